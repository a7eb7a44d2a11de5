package org.commonweal.hub.campaigns.review;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Outcomes;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.xlsform.form.QuestionType;
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

    /** Whether somebody waits for the contributor's answer, or one came that is not kept. */
    public boolean isAnswering() {
        return submission.state().equals("asked") || faults.any();
    }

    /** What is listed as it was answered; a file that stands below as a picture says no more by its name. */
    public List<Column> answered() {
        return columns.stream()
                .filter(column ->
                        !column.isNoted() && !submission.at(column.path()).isEmpty())
                .filter(column -> !column.isFile()
                        || !submission.all(column.path()).stream().allMatch(this::isShown))
                .toList();
    }

    private boolean isShown(String name) {
        return attachments.stream().anyMatch(one -> one.name().equals(name) && one.file() != null && one.isPicture());
    }

    /** The question that a file answers, else its name. */
    public String labelOf(StoredAttachment attachment) {
        return asking(attachment).map(Column::label).orElse(attachment.name());
    }

    /** Whether a picture was asked for and something came that no browser shows as one. */
    public boolean isNoPicture(StoredAttachment attachment) {
        return !attachment.isPicture()
                && asking(attachment)
                        .filter(column -> column.type() == QuestionType.IMAGE)
                        .isPresent();
    }

    private Optional<Column> asking(StoredAttachment attachment) {
        return columns.stream()
                .filter(column ->
                        column.isFile() && submission.all(column.path()).contains(attachment.name()))
                .findFirst();
    }

    public String addressOf(StoredAttachment attachment) {
        return path + "/file?name=" + URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8);
    }
}
