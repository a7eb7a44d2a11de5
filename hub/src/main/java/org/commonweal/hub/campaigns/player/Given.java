package org.commonweal.hub.campaigns.player;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonweal.xlsform.form.Consent;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.TreeElement;
import org.jspecify.annotations.Nullable;

/**
 * Stored answers as a tree for JavaRosa, the consent given: without it no question applies, and whether it was is asked
 * elsewhere, of a device or a table never.
 *
 * @param paths of all that is answered
 * @param filled whether somebody filled the form in, who can have left a question out
 */
record Given(TreeElement root, Set<String> paths, boolean filled) {
    // JavaRosa's time grows with their square. More than any household has; the door lets fifty thousand elements in.
    private static final int MOST_REPETITIONS = 1_000;

    /** @param left is told the paths of groups that are left out, as repeated too often */
    static Given of(FormRules.Came came, Set<String> left) {
        Map<String, Object> answers = came.answers();
        Given given = new Given(new TreeElement("data", 0), new TreeSet<>(), came.filled());
        boolean tooMany = countRepetitions(answers) > MOST_REPETITIONS;
        answers.forEach((name, value) -> {
            if (!name.equals("meta") && !name.equals(Consent.GROUP))
                given.add(given.root, "", name, value, tooMany ? left : null);
        });
        TreeElement consent = new TreeElement(Consent.GROUP, 0);
        TreeElement agreed = new TreeElement("agreed", 0);
        agreed.setValue(new StringData(Consent.AGREED));
        consent.addChild(agreed);
        given.root.addChild(consent);
        return given;
    }

    private void add(TreeElement parent, String around, String name, Object value, @Nullable Set<String> left) {
        String path = around.isEmpty() ? name : around + "/" + name;
        if (!(value instanceof List<?> many)) parent.addChild(element(path, name, 0, value, left));
        else if (left != null) left.add(path);
        else for (int i = 0; i < many.size(); i++) parent.addChild(element(path, name, i, many.get(i), null));
    }

    private TreeElement element(String path, String name, int number, Object value, @Nullable Set<String> left) {
        TreeElement element = new TreeElement(name, number);
        if (value instanceof Map<?, ?> group)
            group.forEach((inner, one) -> add(element, path, (String) inner, one, left));
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
