package org.commonweal.hub.campaigns.player;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.CampaignRights;
import org.commonweal.hub.campaigns.ReplyAddresses;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.EmailAddress;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.look.Faults;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What somebody sees who has just answered, on the device they answered with. */
@Controller
@Access(Access.Who.ANYONE)
class ThanksPages {
    private final Pages pages;
    private final CampaignRights rights;
    private final Entrance entrance;
    private final DraftStore drafts;
    private final Sending sending;
    private final ReplyAddresses replies;
    private final Clock clock;

    ThanksPages(
            Pages pages,
            CampaignRights rights,
            Entrance entrance,
            DraftStore drafts,
            Sending sending,
            ReplyAddresses replies,
            Clock clock) {
        this.pages = pages;
        this.rights = rights;
        this.entrance = entrance;
        this.drafts = drafts;
        this.sending = sending;
        this.replies = replies;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{address}/thanks")
    View thank(
            @PathVariable String address,
            @RequestParam(defaultValue = "") String noted,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Campaign campaign = rights.see(address);
        return findLink(campaign, request)
                .map(link -> thanks(link, "", Faults.none(), !noted.isEmpty()))
                .orElseGet(() -> to(campaign, "/answer"));
    }

    /** Notes where to tell what became of it, or forgets the link when they are done on this device. */
    @PostMapping("/campaigns/{address}/thanks")
    View note(
            @PathVariable String address,
            @RequestParam(name = "do", defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        Campaign campaign = rights.see(address);
        Optional<Link> link = findLink(campaign, request);
        if (deed.equals("done")) {
            entrance.findGuest(campaign, request).ifPresent(drafts::forgetLink);
            return to(campaign, "");
        }
        if (link.isEmpty()) return to(campaign, "/answer");
        Optional<EmailAddress> typed = EmailAddress.find(email);
        if (typed.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Faults faults = Faults.none().add("email", pages.page().t("campaigns.player.fault.email"));
            return thanks(link.get(), email, faults, false);
        }
        replies.put(link.get().secret(), typed.get(), pages.page().locale());
        return to(campaign, "/thanks?noted=1");
    }

    private record Link(Guest guest, Secret secret) {}

    // A draft that was finished but had not arrived, when the hub stopped between the two, arrives now.
    private Optional<Link> findLink(Campaign campaign, HttpServletRequest request) {
        return entrance.findGuest(campaign, request).flatMap(guest -> drafts.find(guest.draftDigest())
                .filter(draft -> draft.sent() != null)
                .flatMap(draft -> {
                    sending.send(guest, draft);
                    return draft.findLink(clock.instant()).map(secret -> new Link(guest, secret));
                }));
    }

    private View thanks(Link link, String email, Faults faults, boolean noted) {
        Page page = pages.page();
        Campaign campaign = link.guest().campaign();
        return pages.show(
                "campaigns/player/thanks",
                new ThanksView(
                        campaign,
                        campaign.title().in(page.locale()),
                        page.absolute("/reports/" + link.secret().text()),
                        link.guest().shelf(),
                        email,
                        faults,
                        noted));
    }

    private static View to(Campaign campaign, String rest) {
        RedirectView view = new RedirectView(campaign.path() + rest, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
