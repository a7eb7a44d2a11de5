package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.look.State;
import org.commonweal.hub.frame.look.Tab;

/**
 * The head of an owner's page.
 *
 * @param action the page's own address, to which its form is sent
 */
public record DeskView(Campaign campaign, String title, String action, List<Tab> steps) {
    public State state() {
        return State.valueOf(campaign.state().name());
    }
}
