package org.commonweal.hub.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.disclosure.Protection;

/**
 * How many of a group's rows each contributor gave, and whether the group may be told by itself, as the engine asks of a
 * cell. Rows of nobody known ("") add no contributor, and may all be one person's.
 */
final class Givers {
    private final Map<String, Integer> given = new HashMap<>();
    private int rows;
    /** At least what the one who gave most gave: it is not brought down by what is taken away. */
    private int most;

    static Givers of(List<String> contributors) {
        Givers givers = new Givers();
        contributors.forEach(givers::add);
        return givers;
    }

    void add(String contributor) {
        rows++;
        most = Math.max(most, given.merge(contributor, 1, Integer::sum));
    }

    /** @param part of these rows */
    void remove(Givers part) {
        rows -= part.rows;
        part.given.forEach((who, count) -> given.computeIfPresent(who, (one, all) -> all > count ? all - count : null));
    }

    boolean isSafe(Protection protection) {
        return isSafeWithout(new Givers(), protection);
    }

    /**
     * Whether what is left may be told; nothing exposes no one.
     *
     * @param part of these rows
     */
    boolean isSafeWithout(Givers part, Protection protection) {
        int left = rows - part.rows;
        if (left == 0) return true;
        long gone = part.given.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty() && one.getValue().equals(given.get(one.getKey())))
                .count();
        if (given.size() - (given.containsKey("") ? 1 : 0) - gone < protection.k()) return false;
        double allowed = protection.greatestShare() * left;
        return most <= allowed
                || given.entrySet().stream()
                        .allMatch(one -> one.getValue() - part.given.getOrDefault(one.getKey(), 0) <= allowed);
    }
}
