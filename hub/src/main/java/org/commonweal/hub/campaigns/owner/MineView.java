package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.frame.look.State;

/**
 * The campaigns that the reader may change.
 *
 * @param waiting how many wait for the reader's approval
 * @param deleted whether one was deleted just now
 */
public record MineView(List<Group> groups, int waiting, boolean deleted) {
    public record Group(OrganisationRef asker, List<Campaign> campaigns) {}

    public static State state(Campaign campaign) {
        return State.valueOf(campaign.state().name());
    }
}
