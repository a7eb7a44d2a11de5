package org.commonweal.hub.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What lists tell of a version: its document with the totals only, and how many cells it changed, kept for those shown
 * last. A version never changes, so that nothing kept grows old. A document of fifty thousand cells took longer to parse
 * than its list to draw.
 */
@Component
class Summaries {
    private static final int MOST = 500;

    private record Key(UUID finding, int version) {}

    private final Versions versions;
    private final Map<Key, Document> documents = newest();
    private final Map<Key, Long> changes = newest();

    Summaries(Versions versions) {
        this.versions = versions;
    }

    /** The latest version of a finding that stands, its cells those of everywhere alone. */
    Document get(Finding finding) {
        return get(finding.id(), finding.version());
    }

    /** A version of a finding that stands, its cells those of everywhere alone. */
    Document get(UUID finding, int version) {
        return kept(documents, new Key(finding, version), () -> read(finding, version)
                .ofTotals());
    }

    /** In how many cells a correction differs from the version before it. */
    long changedCells(UUID finding, int version) {
        return kept(
                changes,
                new Key(finding, version),
                () -> Changes.cells(read(finding, version - 1), read(finding, version)));
    }

    private Document read(UUID finding, int version) {
        return versions.get(finding, version).document();
    }

    private static <T> T kept(Map<Key, T> kept, Key key, Supplier<T> reader) {
        synchronized (kept) {
            T known = kept.get(key);
            if (known != null) return known;
        }
        T read = reader.get();
        synchronized (kept) {
            kept.put(key, read);
        }
        return read;
    }

    private static <T> Map<Key, T> newest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, T> eldest) {
                return size() > MOST;
            }
        };
    }
}
