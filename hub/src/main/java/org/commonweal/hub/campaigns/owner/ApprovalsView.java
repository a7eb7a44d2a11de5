package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;

/** Campaigns that want to speak of things, for whoever may agree. */
public record ApprovalsView(List<Row> rows, boolean done) {
    /** @param own asked for by the reader, so that another has to agree */
    public record Row(Campaign campaign, String asker, boolean own) {}
}
