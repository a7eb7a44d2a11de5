package org.commonweal.hub.campaigns.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an instance document says.
 *
 * @param formId the root's {@code id}
 * @param version the root's {@code version}, empty when it names none
 * @param instanceId {@code meta/instanceID}, as written; empty when it names none
 * @param deprecatedId {@code meta/deprecatedID}, the instance it replaces
 * @param answers by element name: text, a map for a group, a list of maps for what is repeated
 */
public record Instance(
        String formId, String version, String instanceId, String deprecatedId, Map<String, Object> answers) {

    /** The answer at a path without the root, such as {@code household/age}; none within repeats. */
    public Optional<String> find(String path) {
        Object at = answers;
        for (String step : path.split("/")) {
            if (!(at instanceof Map<?, ?> group)) return Optional.empty();
            at = group.get(step);
        }
        return at instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** All answers at a path, one for each repetition of what it lies in. */
    public List<String> listAll(String path) {
        List<String> found = new ArrayList<>();
        collect(answers, path, found);
        return found;
    }

    /** The same of several paths, each once. */
    public Set<String> listAll(List<String> paths) {
        Set<String> found = new LinkedHashSet<>();
        paths.forEach(path -> found.addAll(listAll(path)));
        return found;
    }

    private static void collect(Object at, String path, List<String> found) {
        switch (at) {
            case List<?> repeated -> repeated.forEach(one -> collect(one, path, found));
            case Map<?, ?> group -> {
                int slash = path.indexOf('/');
                Object inner = group.get(slash < 0 ? path : path.substring(0, slash));
                if (inner != null) collect(inner, slash < 0 ? "" : path.substring(slash + 1), found);
            }
            case String text when path.isEmpty() && !text.isEmpty() -> found.add(text);
            default -> {}
        }
    }
}
