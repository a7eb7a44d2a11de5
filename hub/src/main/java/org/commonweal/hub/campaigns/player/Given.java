package org.commonweal.hub.campaigns.player;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonweal.xlsform.form.Consent;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;

/**
 * Stored answers as a tree for JavaRosa, the consent given: without it no question applies, and whether it was is asked
 * elsewhere, of a device or a table never.
 *
 * @param paths of all that is answered
 * @param left paths of what is not in the tree: groups that are repeated too often, and what stands where no answer can
 */
record Given(TreeElement root, Set<String> paths, Set<String> left) {
    // JavaRosa's time grows with their square. More than any household has; the door lets fifty thousand elements in.
    private static final int MOST_REPETITIONS = 1_000;

    /** @param asked what the form asks: other names are nobody's answers, and there may be any number of them */
    static Given of(Map<String, Object> answers, TreeElement asked) {
        Given given = new Given(new TreeElement("data", 0), new TreeSet<>(), new TreeSet<>());
        boolean repeats = countRepetitions(answers) <= MOST_REPETITIONS;
        answers.forEach((name, value) -> {
            if (!name.equals("meta") && !name.equals(Consent.GROUP))
                given.add(given.root, asked, name, value, name, repeats);
        });
        TreeElement consent = new TreeElement(Consent.GROUP, 0);
        TreeElement agreed = new TreeElement("agreed", 0);
        agreed.setValue(new StringData(Consent.AGREED));
        consent.addChild(agreed);
        given.root.addChild(consent);
        return given;
    }

    /** The paths of all that is answered, whatever is asked. */
    static Set<String> listPaths(Map<String, Object> answers) {
        Set<String> paths = new TreeSet<>();
        answers.forEach((name, value) -> {
            if (!name.equals("meta") && !name.equals(Consent.GROUP)) listPaths(name, value, paths);
        });
        return paths;
    }

    private static void listPaths(String path, Object value, Set<String> paths) {
        switch (value) {
            case Map<?, ?> group -> group.forEach((name, one) -> listPaths(path + "/" + name, one, paths));
            case List<?> many -> many.forEach(one -> listPaths(path, one, paths));
            default -> paths.add(path);
        }
    }

    private void add(TreeElement parent, TreeElement around, String name, Object value, String path, boolean repeats) {
        TreeElement asked = find(around, name);
        if (asked == null) return;
        boolean many = value instanceof List<?>;
        boolean misplaced = many && !asked.isRepeatable() || value instanceof Map<?, ?> && asked.isLeaf();
        if (misplaced || many && !repeats) left.add(path);
        else if (value instanceof List<?> list)
            for (int i = 0; i < list.size(); i++) parent.addChild(element(asked, name, i, list.get(i), path, repeats));
        else parent.addChild(element(asked, name, 0, value, path, repeats));
    }

    private TreeElement element(
            TreeElement asked, String name, int number, Object value, String path, boolean repeats) {
        TreeElement element = new TreeElement(name, number);
        if (value instanceof Map<?, ?> group)
            group.forEach((inner, one) -> add(element, asked, (String) inner, one, path + "/" + inner, repeats));
        else if (value instanceof String text && !text.isBlank()) {
            element.setValue(new UncastData(text));
            paths.add(path);
        }
        return element;
    }

    /** What a form has under a name, be it only the pattern of what is repeated; null for nothing. */
    static @Nullable TreeElement find(TreeElement around, String name) {
        TreeElement asked = around.getChild(name, 0);
        return asked == null ? around.getChild(name, TreeReference.INDEX_TEMPLATE) : asked;
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
