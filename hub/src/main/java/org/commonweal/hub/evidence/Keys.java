package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each value a number in the order of first sight, as the engine wants places and contributors. */
final class Keys<T> {
    private final Map<T, Long> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    long of(T value) {
        return numbers.computeIfAbsent(value, unseen -> {
            values.add(unseen);
            return (long) values.size() - 1;
        });
    }

    T at(long number) {
        return values.get((int) number);
    }
}
