package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.Ties;
import org.springframework.stereotype.Component;

/** An organisation with campaigns stays, with drafts too: they are somebody's work. */
@Component
class CampaignTies implements Ties {
    private final Campaigns campaigns;

    CampaignTies(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public List<Tie> list(Page page, ThingRef thing) {
        if (!thing.kind().equals("organisation")) return List.of();
        int number = campaigns.countOf(thing.id());
        return number == 0 ? List.of() : List.of(new Tie(page.t("campaigns.owner.tie", number)));
    }
}
