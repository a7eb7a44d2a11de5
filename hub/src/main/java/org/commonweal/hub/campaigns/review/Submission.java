package org.commonweal.hub.campaigns.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A submission as reviewers see it.
 *
 * @param source {@code openrosa}, {@code web}, {@code sensor} or {@code import}
 * @param latitude degrees, NaN when it names no place
 * @param broken paths of the questions with an answer that the form itself would not have taken
 * @param answers as read from the instance: text, maps for groups, lists for what is repeated
 */
public record Submission(
        UUID id,
        Instant receivedAt,
        Instant observedAt,
        String state,
        String source,
        boolean counted,
        double latitude,
        double longitude,
        Set<String> broken,
        Map<String, Object> answers) {

    /** The answers at a path, several where the question was asked again and again. */
    List<String> all(String path) {
        return collect(answers, path);
    }

    /** The same as one text. */
    public String at(String path) {
        return String.join(" · ", all(path));
    }

    /** Whether it is too long to be held against its form, so that none of its answers is taken. */
    public boolean isUnread() {
        return broken.contains("*");
    }

    /** Whether the contributor agreed in the form itself. */
    boolean agreed() {
        return at("commonweal_consent/agreed").equals("OK");
    }

    private static List<String> collect(Object at, String path) {
        return switch (at) {
            case List<?> repeated ->
                repeated.stream().flatMap(one -> collect(one, path).stream()).toList();
            case Map<?, ?> group -> {
                int slash = path.indexOf('/');
                Object inner = group.get(slash < 0 ? path : path.substring(0, slash));
                yield inner == null ? List.of() : collect(inner, slash < 0 ? "" : path.substring(slash + 1));
            }
            case String text when path.isEmpty() && !text.isEmpty() -> List.of(text);
            default -> List.of();
        };
    }

    /** Whether it speaks of another time than that of its arrival, as readings do that are sent or read in later. */
    public boolean isOfAnotherTime() {
        return Duration.between(observedAt, receivedAt).abs().compareTo(Duration.ofHours(1)) > 0;
    }

    public boolean hasPoint() {
        return !Double.isNaN(latitude);
    }

    public boolean isWaiting() {
        return state.equals("received") || state.equals("asked");
    }
}
