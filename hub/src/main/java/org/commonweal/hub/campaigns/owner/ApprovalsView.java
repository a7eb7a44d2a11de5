package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;

/** Campaigns that want to speak of things, for whoever may agree. */
public record ApprovalsView(List<Row> rows, boolean done) {
    /**
     * @param own asked for by the reader, so that another has to agree
     * @param asked its questions in their words, empty while there is no form
     * @param questions what tells them from others, given back by whoever agrees
     */
    public record Row(Campaign campaign, String asker, boolean own, List<String> asked, String questions) {}
}
