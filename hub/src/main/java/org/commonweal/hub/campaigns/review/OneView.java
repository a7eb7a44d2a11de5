package org.commonweal.hub.campaigns.review;

import gg.jte.Content;
import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.jspecify.annotations.Nullable;

/** One submission with its files and history; {@code map} is null when it names no place. */
public record OneView(
        Campaign campaign,
        Submission submission,
        List<Column> columns,
        List<StoredAttachment> attachments,
        List<HistoryStep> history,
        @Nullable Content map) {}
