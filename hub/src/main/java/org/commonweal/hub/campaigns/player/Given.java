package org.commonweal.hub.campaigns.player;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonweal.xlsform.form.Consent;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.TreeElement;

/**
 * Stored answers as a tree for JavaRosa, the consent given: without it no question applies, and whether it was is asked
 * elsewhere, of a device or a table never.
 *
 * @param paths of all that is answered
 * @param left paths of the groups that are not in the tree, as repeated too often
 */
record Given(TreeElement root, Set<String> paths, Set<String> left) {
    // JavaRosa's time grows with their square. More than any household has; the door lets fifty thousand elements in.
    private static final int MOST_REPETITIONS = 1_000;

    static Given of(Map<String, Object> answers) {
        Given given = new Given(new TreeElement("data", 0), new TreeSet<>(), new TreeSet<>());
        boolean repeats = countRepetitions(answers) <= MOST_REPETITIONS;
        answers.forEach((name, value) -> {
            if (!name.equals("meta") && !name.equals(Consent.GROUP)) given.add(given.root, name, value, name, repeats);
        });
        TreeElement consent = new TreeElement(Consent.GROUP, 0);
        TreeElement agreed = new TreeElement("agreed", 0);
        agreed.setValue(new StringData(Consent.AGREED));
        consent.addChild(agreed);
        given.root.addChild(consent);
        return given;
    }

    private void add(TreeElement parent, String name, Object value, String path, boolean repeats) {
        if (!(value instanceof List<?> many)) parent.addChild(element(name, 0, value, path, repeats));
        else if (!repeats) left.add(path);
        else for (int i = 0; i < many.size(); i++) parent.addChild(element(name, i, many.get(i), path, true));
    }

    private TreeElement element(String name, int number, Object value, String path, boolean repeats) {
        TreeElement element = new TreeElement(name, number);
        if (value instanceof Map<?, ?> group)
            group.forEach((inner, one) -> add(element, (String) inner, one, path + "/" + inner, repeats));
        else if (value instanceof String text && !text.isBlank()) {
            element.setValue(new UncastData(text));
            paths.add(path);
        }
        return element;
    }

    private static long countRepetitions(Object value) {
        return switch (value) {
            case Map<?, ?> group ->
                group.values().stream().mapToLong(Given::countRepetitions).sum();
            case List<?> many ->
                many.size() + many.stream().mapToLong(Given::countRepetitions).sum();
            default -> 0;
        };
    }
}
