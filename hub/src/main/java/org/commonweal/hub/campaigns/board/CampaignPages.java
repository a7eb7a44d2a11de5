package org.commonweal.hub.campaigns.board;

import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.CampaignRights;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A campaign as anyone may read it, and its poster. */
@Controller
@Access(Access.Who.ANYONE)
class CampaignPages {
    private final Pages pages;
    private final CampaignViews views;
    private final CampaignRights rights;

    CampaignPages(Pages pages, CampaignViews views, CampaignRights rights) {
        this.pages = pages;
        this.views = views;
        this.rights = rights;
    }

    @GetMapping("/campaigns/{address}")
    View show(@PathVariable String address) {
        return show(address, "", "campaigns/board/campaign");
    }

    @GetMapping("/campaigns/{address}/poster")
    View poster(@PathVariable String address) {
        return show(address, "/poster", "campaigns/board/poster");
    }

    private View show(String address, String below, String template) {
        Campaign campaign = rights.see(address);
        if (!campaign.path().equals("/campaigns/" + address)) return moved(campaign.path() + below);
        return pages.show(template, views.of(pages.page(), campaign));
    }

    private static View moved(String path) {
        RedirectView moved = new RedirectView(path);
        moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return moved;
    }
}
