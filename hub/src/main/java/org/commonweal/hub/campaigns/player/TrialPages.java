package org.commonweal.hub.campaigns.player;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a trial ends: in place of thanks, what contributors would have sent. Its pages before are {@link PlayerPages}'. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class TrialPages {
    private final Pages pages;
    private final Entrance entrance;
    private final Steps steps;

    TrialPages(Pages pages, Entrance entrance, Steps steps) {
        this.pages = pages;
        this.entrance = entrance;
        this.steps = steps;
    }

    @GetMapping("/campaigns/{address}/try/end")
    View end(@PathVariable String address, HttpServletRequest request, HttpServletResponse response) {
        Guest guest = entrance.tryOut(address, request, response);
        response.setHeader("Cache-Control", "no-store");
        return FailingExpression.withForm(guest, () -> end(pages.page(), guest));
    }

    private View end(Page page, Guest guest) {
        return switch (steps.look(guest, -1, "", page)) {
            case Steps.Outcome.Finished finished -> show(page, guest, finished.draft());
            default -> toBegin(guest);
        };
    }

    private View show(Page page, Guest guest, Draft draft) {
        Campaign campaign = guest.campaign();
        Filling filling = steps.open(campaign, draft, page);
        Recap recap = Recap.of(page, filling, campaign.zone());
        return pages.show(
                "campaigns/player/trial",
                new TrialView(
                        campaign,
                        campaign.title().in(page.locale()),
                        recap.parts(),
                        recap.computed(),
                        Tongue.of(Tongue.choose(filling.form().languages(), draft.language(), page.lang())),
                        guest.shelf()));
    }

    private static View toBegin(Guest guest) {
        RedirectView view = new RedirectView(guest.path(), false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
