package org.commonweal.hub.campaigns.review;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Links;

/** A contributor's own report, what became of it, and the findings that its campaign has led to. */
public record ReportView(
        String path,
        Campaign campaign,
        Submission submission,
        List<Column> columns,
        List<HistoryStep> history,
        List<Links.Link> findings) {
    public boolean isWithdrawn() {
        return submission.state().equals("withdrawn");
    }

    /** Whether somebody waits for the contributor's answer. */
    public boolean isAsked() {
        return submission.state().equals("asked");
    }
}
