package org.commonweal.hub.evidence;

import org.commonweal.hub.frame.Dataset.Description;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Faults;

/** What a correction may change, and the draft that one begins with. */
final class Corrections {
    private static final int LONGEST_REASON = 1000;

    private Corrections() {}

    static Draft begin(Finding finding) {
        return begin(finding, finding.version());
    }

    /** @param from the version that its form was drawn from, which may be an older one */
    static Draft begin(Finding finding, int from) {
        return new Draft(
                Ids.next(),
                finding.id(),
                from,
                finding.organisation(),
                finding.source(),
                finding.spec(),
                finding.language(),
                finding.title(),
                finding.limitations(),
                "",
                null);
    }

    /**
     * A correction gives its reason, and about people it keeps its places and periods: two tables of the same answers that
     * cut time or space differently can be subtracted from each other.
     */
    static void check(DraftForm form, Description source, Finding finding, Page page, Faults faults) {
        if (form.reason().isEmpty() || form.reason().length() > LONGEST_REASON)
            faults.add(
                    "reason",
                    page.t(
                            "evidence.fault.reason",
                            LONGEST_REASON,
                            form.reason().length()));
        if (!source.people()) return;
        if (!form.areas().equals(finding.spec().areas().token())) faults.add("areas", page.t("evidence.fault.grid"));
        if (!form.times().equals(finding.spec().times().token())) faults.add("times", page.t("evidence.fault.grid"));
        if (!form.clock().equals(finding.spec().clock())) faults.add("clock", page.t("evidence.fault.grid"));
    }
}
