package org.commonweal.hub.evidence;

import java.util.HexFormat;
import java.util.Set;
import org.commonweal.disclosure.Verdict;
import org.commonweal.hub.frame.Dataset;

/**
 * A draft with the data as they are now: what would be published, and what it would leave out.
 *
 * @param topics of the source
 * @param guarded cells withheld because an earlier version could be subtracted
 */
record Composition(
        Draft draft,
        Dataset.Description source,
        java.util.List<String> topics,
        Tabulation table,
        Document document,
        Set<Spot> guarded) {

    /** Why it can't be published; PUBLISHABLE when it can. */
    Verdict verdict() {
        Verdict verdict = table.plan().verdict();
        boolean told = Cells.hasFigures(document.cells());
        return verdict == Verdict.PUBLISHABLE && !told ? Verdict.NOTHING_SAFE : verdict;
    }

    boolean publishable() {
        return verdict() == Verdict.PUBLISHABLE;
    }

    /** Tells whether what is published is what the reviewer saw: the digest of all that would be stated. */
    String seen() {
        return HexFormat.of().formatHex(Canonical.sha256(Canonical.write(document)));
    }
}
