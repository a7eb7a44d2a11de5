package org.commonweal.hub.launch.backup;

import java.time.Instant;
import java.util.Map;

/**
 * The first entry of an archive: what it is of.
 *
 * @param format 1; a reader refuses what it does not know
 * @param hub a digest that is the same for all archives of one hub
 * @param lineage made anew by each restore, "" before the first: a hub and a restored copy of it go apart there
 * @param made when its rows were as they are in it
 * @param versions how far each room was migrated
 * @param sequences where each sequence stood
 */
record Manifest(
        int format,
        String hub,
        String lineage,
        Instant made,
        Map<String, String> versions,
        Map<String, Long> sequences) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
}
