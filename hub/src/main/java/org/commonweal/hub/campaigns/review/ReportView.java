package org.commonweal.hub.campaigns.review;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Outcomes;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A contributor's own report and what became of it.
 *
 * @param map null when it names no place
 * @param findings that counted it
 * @param words typed as an answer and found faulty, else ""
 */
public record ReportView(
        String path,
        Campaign campaign,
        Submission submission,
        List<Column> columns,
        List<HistoryStep> history,
        List<StoredAttachment> attachments,
        @Nullable Content map,
        List<Outcomes.Outcome> findings,
        String words,
        Faults faults) {
    public boolean isWithdrawn() {
        return submission.state().equals("withdrawn");
    }

    /** Whether somebody waits for the contributor's answer. */
    public boolean isAsked() {
        return submission.state().equals("asked");
    }

    public String addressOf(StoredAttachment attachment) {
        return path + "/file?name=" + URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8);
    }
}
