package org.commonweal.hub.campaigns.owner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Rights;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The campaigns that the reader may change, drafts too. */
@Controller
@Access(Access.Who.SIGNED_IN)
class MinePages {
    private static final int NEWEST = 500;

    private final Pages pages;
    private final Organisations askers;
    private final Campaigns campaigns;
    private final Approvals approvals;
    private final Rights rights;

    MinePages(Pages pages, Organisations askers, Campaigns campaigns, Approvals approvals, Rights rights) {
        this.pages = pages;
        this.askers = askers;
        this.campaigns = campaigns;
        this.approvals = approvals;
        this.rights = rights;
    }

    @GetMapping("/campaigns/mine")
    View list() {
        Map<UUID, List<Campaign>> byAsker = own().stream()
                .collect(Collectors.groupingBy(Campaign::organisation, LinkedHashMap::new, Collectors.toList()));
        List<MineView.Group> groups = askers.list(byAsker.keySet()).stream()
                .map(asker -> new MineView.Group(asker, byAsker.get(asker.id())))
                .toList();
        return pages.show(
                "campaigns/owner/mine",
                new MineView(groups, approvals.listWaiting().size()));
    }

    private List<Campaign> own() {
        Actor reader = Actor.find().orElseThrow();
        return rights.listScopes(reader, Desk.EDIT, "organisation")
                .map(scopes -> scopes.stream()
                        .flatMap(organisation -> campaigns.listOf(organisation).stream())
                        .toList())
                .orElseGet(() -> campaigns.listNewest(NEWEST));
    }
}
