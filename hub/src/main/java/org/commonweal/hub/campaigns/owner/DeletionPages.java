package org.commonweal.hub.campaigns.owner;

import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.Tokens;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A draft that never opened goes, after a page that tells what goes with it. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class DeletionPages {
    private final Pages pages;
    private final Desk desk;
    private final Forms forms;
    private final Tokens tokens;

    DeletionPages(Pages pages, Desk desk, Forms forms, Tokens tokens) {
        this.pages = pages;
        this.desk = desk;
        this.forms = forms;
        this.tokens = tokens;
    }

    @GetMapping("/campaigns/{address}/delete")
    View ask(@PathVariable String address) {
        Campaign campaign = requireDraft(address);
        return pages.show(
                "campaigns/owner/delete",
                new DeletionView(
                        Desk.view(pages.page(), campaign, "check"),
                        forms.listIds(campaign.id()).size(),
                        tokens.listFor(campaign.id()).size()));
    }

    @PostMapping("/campaigns/{address}/delete")
    View delete(@PathVariable String address) {
        desk.delete(requireDraft(address));
        return new RedirectView("/campaigns/mine?deleted=1");
    }

    private Campaign requireDraft(String address) {
        Campaign campaign = desk.require(address);
        if (campaign.openedAt() != null) throw Desk.notDeletable();
        return campaign;
    }
}
