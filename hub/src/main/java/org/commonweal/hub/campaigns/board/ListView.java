package org.commonweal.hub.campaigns.board;

import java.util.List;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.State;

/**
 * The list of campaigns.
 *
 * @param mayMake whether the reader is signed in, and so may have campaigns or make one
 */
public record ListView(Listing listing, List<Row> rows, boolean mayMake) {
    public record Row(String path, CampaignView.Call call, State state) {}
}
