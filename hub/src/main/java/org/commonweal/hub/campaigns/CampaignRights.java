package org.commonweal.hub.campaigns;

import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.springframework.stereotype.Component;

/** Who may do what with a campaign. A draft is there for its owners alone: nobody else learns even that it exists. */
@Component
public class CampaignRights {
    private static final String EDIT = "campaign.edit";
    private final Campaigns campaigns;
    private final Rights rights;

    CampaignRights(Campaigns campaigns, Rights rights) {
        this.campaigns = campaigns;
        this.rights = rights;
    }

    /**
     * The campaign of an address, for anybody once it has begun, before that for its owners.
     *
     * @throws Refusal (404) when there is none, or none for whoever asks
     */
    public Campaign see(String address) {
        Campaign campaign = campaigns.getByAddress(address);
        if (campaign.state() == Campaign.State.DRAFT && !rights.has(EDIT, campaign.scope())) throw Refusal.notFound();
        return campaign;
    }

    /**
     * The campaign of an address, for whoever has this permission on its organisation.
     *
     * @throws Refusal for everybody else: 404 when there is none or it is a draft, else 403
     */
    public Campaign require(String permission, String address) {
        Campaign campaign = campaigns.getByAddress(address);
        if (rights.has(permission, campaign.scope())) return campaign;
        throw campaign.state() == Campaign.State.DRAFT ? Refusal.notFound() : Refusal.forbidden("");
    }
}
