package org.commonweal.hub.campaigns.review;

import gg.jte.Content;
import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.jspecify.annotations.Nullable;

/**
 * One submission with its files and history.
 *
 * @param agreed whether it carries the consent that its form asks for
 * @param map null when it names no place
 * @param earlier and {@code later} are addresses of the contributor's other versions, {@code next} that of the oldest
 *     that waits; empty when there is none
 * @param done what a decision changed just now, null when none was made
 */
public record OneView(
        Campaign campaign,
        Submission submission,
        boolean agreed,
        List<Column> columns,
        List<StoredAttachment> attachments,
        List<HistoryStep> history,
        @Nullable Content map,
        String earlier,
        String later,
        String next,
        Deciding deciding,
        TableView.@Nullable Done done) {
    /** Whether a place was asked for and none is named. */
    public boolean lacksPlace() {
        return map == null && columns.stream().anyMatch(Column::isPoint);
    }
}
