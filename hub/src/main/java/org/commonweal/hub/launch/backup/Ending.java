package org.commonweal.hub.launch.backup;

import java.util.Map;

/** The last entry of an archive: what should have come before it. */
record Ending(Map<String, Long> rows, long files) {
    static final String NAME = "end.json";
}
