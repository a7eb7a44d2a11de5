package org.commonweal.hub.launch.backup;

import java.util.HashMap;
import java.util.Map;

/**
 * What a backup carries away and a restore brings back, told by both in the same words: who compares the two lines sees
 * that nothing is missing.
 *
 * @param rows of how many rows each table is, the keys of people among them
 */
record Carried(Map<String, Long> rows, long files) {
    static Carried of(Map<String, Long> rows, Map<String, Long> keys, long files) {
        Map<String, Long> all = new HashMap<>(rows);
        all.putAll(keys);
        return new Carried(all, files);
    }

    /** Such as {@code 5120 rows in 61 tables, 14 files}. */
    String words() {
        return rows.values().stream().mapToLong(Long::longValue).sum() + " rows in " + rows.size() + " tables, " + files
                + " files";
    }
}
