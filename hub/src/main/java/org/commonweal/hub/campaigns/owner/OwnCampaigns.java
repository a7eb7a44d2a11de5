package org.commonweal.hub.campaigns.owner;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Rights;
import org.springframework.stereotype.Component;

/** The campaigns that whoever is signed in may change, drafts too. */
@Component
class OwnCampaigns {
    private static final int NEWEST = 500;

    private final Campaigns campaigns;
    private final Rights rights;

    OwnCampaigns(Campaigns campaigns, Rights rights) {
        this.campaigns = campaigns;
        this.rights = rights;
    }

    /** Of the whole hub the newest alone. */
    List<Campaign> list() {
        return list(NEWEST);
    }

    /** The zone of the newest, "" when there is none. */
    String newestZone() {
        return list(1).stream()
                .max(Comparator.comparing(Campaign::createdAt))
                .map(Campaign::zone)
                .map(ZoneId::getId)
                .orElse("");
    }

    private List<Campaign> list(int newest) {
        Actor reader = Actor.find().orElseThrow();
        return rights.listScopes(reader, Desk.EDIT, "organisation")
                .map(scopes -> scopes.stream()
                        .flatMap(organisation -> campaigns.listOf(organisation).stream())
                        .toList())
                .orElseGet(() -> campaigns.listNewest(newest));
    }
}
