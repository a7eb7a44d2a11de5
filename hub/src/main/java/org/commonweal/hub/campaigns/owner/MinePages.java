package org.commonweal.hub.campaigns.owner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The campaigns that the reader may change, drafts too. */
@Controller
@Access(Access.Who.SIGNED_IN)
class MinePages {
    private final Pages pages;
    private final Organisations askers;
    private final OwnCampaigns own;
    private final Approvals approvals;

    MinePages(Pages pages, Organisations askers, OwnCampaigns own, Approvals approvals) {
        this.pages = pages;
        this.askers = askers;
        this.own = own;
        this.approvals = approvals;
    }

    @GetMapping("/campaigns/mine")
    View list(@RequestParam(defaultValue = "") String deleted) {
        Map<UUID, List<Campaign>> byAsker = own.list().stream()
                .collect(Collectors.groupingBy(Campaign::organisation, LinkedHashMap::new, Collectors.toList()));
        List<MineView.Group> groups = askers.list(byAsker.keySet()).stream()
                .map(asker -> new MineView.Group(asker, byAsker.get(asker.id())))
                .toList();
        return pages.show(
                "campaigns/owner/mine",
                new MineView(groups, approvals.listWaiting().size(), !deleted.isEmpty()));
    }
}
