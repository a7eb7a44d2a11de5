package org.commonweal.hub.campaigns.player;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What somebody sees who can't answer, or try, on any page of this package. */
@ControllerAdvice(basePackageClasses = StopPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE) // before the pages for faults, which take everything
class StopPages {
    private final Pages pages;
    private final Entrance entrance;
    private final DraftStore drafts;

    StopPages(Pages pages, Entrance entrance, DraftStore drafts) {
        this.pages = pages;
        this.entrance = entrance;
        this.drafts = drafts;
    }

    @ExceptionHandler
    View stopped(StoppedException stopped, HttpServletRequest request, HttpServletResponse response) {
        Campaign campaign = stopped.campaign();
        // Sent while the campaign was open: it arrives now.
        if (stopped.why() == StoppedException.Why.CLOSED && isOnItsWay(campaign, request)) return toThanks(campaign);
        response.setStatus(stopped.why().status.value());
        Page page = pages.page();
        return pages.show(
                "campaigns/player/stop", stopped.trial().isEmpty() ? view(page, stopped) : trial(page, stopped));
    }

    private static StopView view(Page page, StoppedException stopped) {
        Campaign campaign = stopped.campaign();
        boolean hidden = stopped.why() == StoppedException.Why.NOT_OPEN;
        boolean signIn = stopped.why() == StoppedException.Why.SIGN_IN;
        return new StopView(
                word(stopped.why()),
                hidden ? "" : campaign.title().in(page.locale()),
                hidden ? "/campaigns" : campaign.path(),
                signIn ? "/sign-in?next=" + campaign.path() + "/answer" : "",
                stopped.why() == StoppedException.Why.BROKEN_FORM ? campaign.contact() : "",
                "");
    }

    // Whoever tries a form can mend it.
    private static StopView trial(Page page, StoppedException stopped) {
        String told = page.t("campaigns.owner.trial.stop." + stopped.trial(), stopped.question(), Repetitions.MOST);
        return new StopView(
                word(stopped.why()),
                page.t("campaigns.owner.trial.to-form"),
                stopped.campaign().path() + "/form",
                "",
                "",
                told);
    }

    private static String word(Enum<?> why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isOnItsWay(Campaign campaign, HttpServletRequest request) {
        return entrance.findGuest(campaign, request)
                .flatMap(guest -> drafts.find(guest.draftDigest()))
                .map(Draft::sent)
                .filter(sent -> !sent.arrived())
                .isPresent();
    }

    private static View toThanks(Campaign campaign) {
        RedirectView view = new RedirectView(campaign.path() + "/thanks", false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
