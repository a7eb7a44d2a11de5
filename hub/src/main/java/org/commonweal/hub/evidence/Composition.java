package org.commonweal.hub.evidence;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonweal.disclosure.Verdict;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Digests;

/**
 * A draft with the data as they are now: what would be published, and what it would leave out.
 *
 * @param topics of the source
 * @param guarded cells withheld since another published table could be subtracted, by its finding
 */
record Composition(
        Draft draft,
        Dataset.Description source,
        List<String> topics,
        Tabulation table,
        Document document,
        Map<Finding, Set<Spot>> guarded) {

    /** Why it can't be published; PUBLISHABLE when it can. */
    Verdict verdict() {
        Verdict verdict = table.plan().verdict();
        boolean told = Cells.hasFigures(document.cells());
        return verdict == Verdict.PUBLISHABLE && !told ? Verdict.NOTHING_SAFE : verdict;
    }

    boolean isGuarded(Spot spot) {
        return guarded.values().stream().anyMatch(spots -> spots.contains(spot));
    }

    boolean publishable() {
        return verdict() == Verdict.PUBLISHABLE;
    }

    /**
     * Tells whether what is published is what the reviewer saw. How many forms have come in meanwhile is left out, or a
     * campaign that never rests could never be published from. Which version it becomes is not: another may have come between.
     */
    String seen() {
        List<Object> stated = List.of(
                document.version(),
                document.title(),
                document.limitations(),
                document.language(),
                document.period(),
                document.variable(),
                document.statistic(),
                document.areas(),
                document.cells(),
                draft.reason());
        return HexFormat.of().formatHex(Digests.sha256(Canonical.write(stated)));
    }
}
