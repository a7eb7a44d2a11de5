package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaign.State;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The fourth step: what is missing, all at once; then open, close, and open again. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class CheckPages {
    private final Pages pages;
    private final Desk desk;
    private final Readiness readiness;
    private final FormMaking making;
    private final Approvals approvals;

    CheckPages(Pages pages, Desk desk, Readiness readiness, FormMaking making, Approvals approvals) {
        this.pages = pages;
        this.desk = desk;
        this.readiness = readiness;
        this.making = making;
        this.approvals = approvals;
    }

    @GetMapping("/campaigns/{address}/check")
    View show(@PathVariable String address) {
        return view(desk.require(address));
    }

    @PostMapping("/campaigns/{address}/open")
    View open(@PathVariable String address) {
        Campaign campaign = desk.require(address);
        if (campaign.isOpen()) throw Refusal.conflict("This campaign is open already.");
        if (!readiness.isReady(campaign)) return view(campaign);
        desk.move(campaign, State.OPEN, campaign.openedAt() == null ? "campaign.opened" : "campaign.reopened");
        return new RedirectView(campaign.path());
    }

    @PostMapping("/campaigns/{address}/close")
    View close(@PathVariable String address) {
        Campaign campaign = desk.require(address);
        if (!campaign.isOpen()) throw Refusal.conflict("Only an open campaign can be closed.");
        desk.move(campaign, State.CLOSED, "campaign.closed");
        return new RedirectView(campaign.path() + "/check");
    }

    private View view(Campaign campaign) {
        List<CheckView.Line> lines = readiness.list(campaign);
        String refusal = approvals.findRefusal(campaign).orElse("");
        boolean waits = refusal.isEmpty()
                && campaign.protection().things()
                && !campaign.protection().approved();
        return pages.show(
                "campaigns/owner/check",
                new CheckView(
                        Desk.view(pages.page(), campaign, "check"),
                        lines,
                        making.findDrawn(campaign)
                                .map(form -> ConsentLanguages.listMissing(campaign, form))
                                .orElse(List.of()),
                        lines.stream().allMatch(CheckView.Line::met),
                        waits,
                        refusal));
    }
}
