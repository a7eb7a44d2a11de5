package org.commonweal.hub.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What lists tell of a finding: its document with the totals only, kept for those shown last. A version never changes, so
 * that nothing kept grows old. A document of fifty thousand cells took longer to parse than its list to draw.
 */
@Component
class Summaries {
    private static final int MOST = 500;

    private record Key(UUID finding, int version) {}

    private final Versions versions;
    private final Map<Key, Document> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Document> eldest) {
            return size() > MOST;
        }
    };

    Summaries(Versions versions) {
        this.versions = versions;
    }

    /** The latest version of a finding that stands, its cells those of everywhere alone. */
    Document get(Finding finding) {
        Key key = new Key(finding.id(), finding.version());
        synchronized (kept) {
            Document known = kept.get(key);
            if (known != null) return known;
        }
        Document document =
                versions.get(finding.id(), finding.version()).document().ofTotals();
        synchronized (kept) {
            kept.put(key, document);
        }
        return document;
    }
}
