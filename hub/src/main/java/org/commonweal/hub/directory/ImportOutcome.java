package org.commonweal.hub.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of an import.
 *
 * @param rowsWritten of all tables of the directory; 0 when everything was there already
 * @param counts how often each thing was cleaned, skipped, noticed or suspected, by what and why
 */
record ImportOutcome(Tally organisations, Tally projects, Tally links, int rowsWritten, Map<String, Integer> counts) {
    /** What became of the rows of one kind; kept are those that were changed here and so stay as they are. */
    record Tally(int added, int changed, int unchanged, int kept) {
        int all() {
            return added + changed + unchanged + kept;
        }

        int written() {
            return added + changed;
        }

        String in(String unit) {
            return String.format(
                    Locale.ROOT,
                    "%,d %s: %,d added, %,d changed, %,d unchanged%s",
                    all(),
                    unit,
                    added,
                    changed,
                    unchanged,
                    kept == 0 ? "" : String.format(Locale.ROOT, ", %,d left as they were changed here", kept));
        }
    }

    /** The outcome in words, for the screen. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(organisations.in("organisations"));
        lines.add(projects.in("projects"));
        lines.add(links.in("links"));
        lines.add(String.format(Locale.ROOT, "%,d rows written", rowsWritten));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> lines.add(String.format(Locale.ROOT, "%,8d  %s", entry.getValue(), entry.getKey())));
        return lines;
    }
}
