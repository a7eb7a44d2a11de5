package org.commonweal.hub.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Counts of lists, kept until something that they count changes: directory.revision tells, to every hub on the database.
 * Counting reads all rows that are found, 4 ms with 1,228 organisations, and most readers ask for the same few lists.
 */
final class KeptCounts {
    private static final int MOST_KEPT = 300;
    private final Map<Asked, Lists.Counts> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Lists.Counts> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private long revision = -1;

    /** All that counts depend on: not the order, nor the page. */
    private record Asked(
            Shelf shelf, List<String> words, String place, Map<String, List<String>> chosen, boolean loose) {
        static Asked of(Wanted wanted) {
            Map<String, List<String>> chosen = wanted.chosen().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> List.of(entry.getValue()).stream().sorted().toList()));
            return new Asked(wanted.shelf(), wanted.words(), wanted.place(), chosen, wanted.loose());
        }
    }

    /**
     * @param now the revision, read before the counts: so what is kept is never older than it says
     * @param count reads them
     */
    Lists.Counts get(Wanted wanted, long now, Supplier<Lists.Counts> count) {
        Asked asked = Asked.of(wanted);
        synchronized (this) {
            if (now > revision) {
                kept.clear();
                revision = now;
            }
            Lists.Counts found = now == revision ? kept.get(asked) : null;
            if (found != null) return found;
        }
        Lists.Counts counted = count.get();
        synchronized (this) {
            if (now == revision) kept.put(asked, counted);
        }
        return counted;
    }
}
