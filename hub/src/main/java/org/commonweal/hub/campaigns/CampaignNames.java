package org.commonweal.hub.campaigns;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.ThingNames;
import org.springframework.stereotype.Component;

@Component
class CampaignNames implements ThingNames {
    private final Campaigns campaigns;

    CampaignNames(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String kind() {
        return "campaign";
    }

    @Override
    public Map<UUID, Named> listNames(Collection<UUID> ids) {
        return campaigns.list(ids).stream()
                .collect(Collectors.toMap(
                        Campaign::id, campaign -> new Named(campaign.title().original(), campaign.path())));
    }
}
