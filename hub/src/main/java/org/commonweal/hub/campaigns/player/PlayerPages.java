package org.commonweal.hub.campaigns.player;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.intake.DailyRoom;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/**
 * A form page by page, for those who answer and for owners who try it. What a browser sends is kept at every step,
 * whatever is wrong with it.
 */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
class PlayerPages {
    private final Pages pages;
    private final Entrance entrance;
    private final Steps steps;
    private final Showing showing;
    private final Sending sending;
    private final DraftStore drafts;
    private final Files files;
    private final DailyRoom room;

    PlayerPages(
            Pages pages,
            Entrance entrance,
            Steps steps,
            Showing showing,
            Sending sending,
            DraftStore drafts,
            Files files,
            DailyRoom room) {
        this.pages = pages;
        this.entrance = entrance;
        this.steps = steps;
        this.showing = showing;
        this.sending = sending;
        this.drafts = drafts;
        this.files = files;
        this.room = room;
    }

    @GetMapping("/campaigns/{address}/answer")
    View look(
            @PathVariable String address,
            @RequestParam(defaultValue = "-1") int page,
            @RequestParam(defaultValue = "") String told,
            HttpServletRequest request,
            HttpServletResponse response) {
        Campaign campaign = entrance.enter(address);
        return look(entrance.guest(campaign, request, response), page, told, response);
    }

    @GetMapping("/campaigns/{address}/try")
    View lookAtTrial(
            @PathVariable String address,
            @RequestParam(defaultValue = "-1") int page,
            @RequestParam(defaultValue = "") String told,
            HttpServletRequest request,
            HttpServletResponse response) {
        return look(entrance.tryOut(address, request, response), page, told, response);
    }

    private View look(Guest guest, int page, String told, HttpServletResponse response) {
        // Other people may use this device after this one.
        response.setHeader("Cache-Control", "no-store");
        return FailingExpression.withForm(guest, () -> switch (steps.look(guest, page, told, pages.page())) {
            case Steps.Outcome.Show show -> show(guest, show);
            default -> to(guest.end());
        });
    }

    @PostMapping("/campaigns/{address}/answer")
    View step(@PathVariable String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Campaign campaign = entrance.enter(address);
        return step(entrance.guest(campaign, request, response), request);
    }

    @PostMapping("/campaigns/{address}/try")
    View stepOfTrial(@PathVariable String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return step(entrance.tryOut(address, request, response), request);
    }

    // The body is read before the draft is held, so that a slow line holds nobody up.
    private View step(Guest guest, HttpServletRequest request) throws IOException {
        String whose = guest.person() == null ? "address " + request.getRemoteAddr() : guest.key();
        LongConsumer kept = room.enter(whose, request.getContentLengthLong());
        Sent sent = Sent.read(request, guest.campaign().organisation(), files, kept);
        if (sent.first("do").equals("restart")) {
            drafts.remove(guest.draftDigest());
            return to(guest.path());
        }
        return FailingExpression.withForm(guest, () -> step(guest, sent));
    }

    private View step(Guest guest, Sent sent) {
        return switch (steps.take(guest, sent, pages.page())) {
            case Steps.Outcome.Show show -> show(guest, show);
            case Steps.Outcome.Go go -> to(guest.path() + "?page=" + go.page() + told(go) + at(go));
            case Steps.Outcome.Finished finished -> {
                sending.send(guest, finished.draft());
                yield to(guest.end());
            }
        };
    }

    private static String told(Steps.Outcome.Go go) {
        return go.told().isEmpty() ? "" : "&told=" + go.told();
    }

    // Twice: a script that follows a redirect is not told what stands behind the #.
    private static String at(Steps.Outcome.Go go) {
        String name = UriUtils.encodeQueryParam(go.at(), StandardCharsets.UTF_8);
        return name.isEmpty() ? "" : "&at=" + name + "#" + name;
    }

    private View show(Guest guest, Steps.Outcome.Show show) {
        return pages.show("campaigns/player/answer", showing.show(pages.page(), guest, show));
    }

    private static View to(String path) {
        RedirectView view = new RedirectView(path, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
