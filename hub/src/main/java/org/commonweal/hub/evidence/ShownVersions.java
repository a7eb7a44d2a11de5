package org.commonweal.hub.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.UUID;
import org.commonweal.hub.frame.Page;
import org.springframework.stereotype.Component;

/**
 * Published versions with their charts, maps and tables drawn, kept for those read last in each language: a version never
 * changes, and drawing one takes most of the time of its page.
 */
@Component
class ShownVersions {
    /** About 1 kB of memory for a cell, drawings and all. A version of more cells is drawn anew each time. */
    private static final int MOST_CELLS = 50_000;

    private static final int CELLS_OF_THE_LEAST = 100;

    private record Key(UUID finding, int version, Locale reader) {}

    record Shown(Version version, Document document, BodyView body) {
        private int cells() {
            return CELLS_OF_THE_LEAST + document.cells().size();
        }
    }

    private final Versions versions;
    private final Cache<Key, Shown> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CELLS)
            .weigher((Key key, Shown shown) -> shown.cells())
            .build();

    ShownVersions(Versions versions) {
        this.versions = versions;
    }

    /**
     * A version of a finding that stands, as this page's reader sees it.
     *
     * @throws org.commonweal.hub.frame.Refusal (404) when there is no such version
     */
    Shown get(UUID finding, int version, Page page) {
        return kept.get(new Key(finding, version, page.locale()), key -> draw(versions.get(finding, version), page));
    }

    private static Shown draw(Version version, Page page) {
        Document document = version.document();
        Reading reading = new Reading(document, page);
        return new Shown(
                version, document, BodyView.of(document, reading, Knowledge.proof(version, document, reading)));
    }
}
