package org.commonweal.hub.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What lists tell of a version: its document with the totals only, and how many cells it changed, kept for those shown
 * last. A version never changes, so that nothing kept grows old. A document of fifty thousand cells took longer to parse
 * than its list to draw.
 */
@Component
class Summaries {
    private record Key(UUID finding, int version) {}

    private final Versions versions;
    private final Cache<Key, Document> documents = newest();
    private final Cache<Key, Long> changes = newest();

    Summaries(Versions versions) {
        this.versions = versions;
    }

    /** The latest version of a finding that stands, its cells those of everywhere alone. */
    Document get(Finding finding) {
        return get(finding.id(), finding.version());
    }

    /** A version of a finding that stands, its cells those of everywhere alone. */
    Document get(UUID finding, int version) {
        return documents.get(
                new Key(finding, version), key -> read(finding, version).ofTotals());
    }

    /** In how many cells a correction differs from the version before it. */
    long changedCells(UUID finding, int version) {
        return changes.get(
                new Key(finding, version), key -> Changes.cells(read(finding, version - 1), read(finding, version)));
    }

    private Document read(UUID finding, int version) {
        return versions.get(finding, version).document();
    }

    private static <T> Cache<Key, T> newest() {
        return Caffeine.newBuilder().maximumSize(500).build();
    }
}
