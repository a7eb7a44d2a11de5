package org.commonweal.hub.campaigns.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Outcomes;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.look.Faults;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A contributor's private page: whoever has the link sees what became of the report and can take it back. */
@Controller
@Access(Access.Who.ANYONE)
class ReportPages {
    private final Pages pages;
    private final Campaigns campaigns;
    private final Submissions submissions;
    private final Columns columns;
    private final Withdrawal withdrawal;
    private final Answering answering;
    private final List<Outcomes> outcomes;
    private final ReviewMap map;
    private final AttachmentFiles attachments;
    private final Limits limits;

    ReportPages(
            Pages pages,
            Campaigns campaigns,
            Submissions submissions,
            Columns columns,
            Withdrawal withdrawal,
            Answering answering,
            List<Outcomes> outcomes,
            ReviewMap map,
            AttachmentFiles attachments,
            Limits limits) {
        this.pages = pages;
        this.campaigns = campaigns;
        this.submissions = submissions;
        this.columns = columns;
        this.withdrawal = withdrawal;
        this.answering = answering;
        this.outcomes = outcomes;
        this.map = map;
        this.attachments = attachments;
        this.limits = limits;
    }

    @GetMapping("/reports/{secret}")
    View show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        return page(secret, getOwn(secret, request), "", Faults.none(), response);
    }

    private View page(String secret, Submissions.Own own, String words, Faults faults, HttpServletResponse response) {
        // Other people may use this device after this one, and the address is a key that no other site should be told.
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        Campaign campaign = campaigns.get(own.campaign());
        Submission submission =
                submissions.find(campaign.id(), own.submission()).orElseThrow(Refusal::notFound);
        return pages.show(
                "campaigns/review/report",
                new ReportView(
                        "/reports/" + secret,
                        campaign,
                        submission,
                        columns.listFor(campaign.id(), pages.page().lang()),
                        submissions.listHistory(submission.id()),
                        submissions.listAttachments(submission.id()),
                        map.drawOwn(pages.page(), campaign, submission),
                        outcomes.stream()
                                .flatMap(room ->
                                        room.list(campaign.ref(), submissions.listDigests(submission.id())).stream())
                                .toList(),
                        words,
                        faults));
    }

    @GetMapping("/reports/{secret}/file")
    ResponseEntity<Resource> file(
            @PathVariable String secret,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return attachments.serve(getOwn(secret, request).submission(), name);
    }

    @PostMapping("/reports/{secret}/withdraw")
    View withdraw(@PathVariable String secret, HttpServletRequest request) {
        withdrawal.withdraw(getOwn(secret, request).submission());
        return back(secret);
    }

    @PostMapping("/reports/{secret}/answer")
    View answer(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response) {
        Submissions.Own own = getOwn(secret, request);
        String typed = words.replace("\r\n", "\n").strip();
        if (!Answering.isGood(typed)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(secret, own, typed, fault("campaigns.report.answer.fault", Answering.LONGEST), response);
        }
        if (!answering.answer(own.submission(), typed)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(secret, own, typed, fault("campaigns.report.answer.late"), response);
        }
        return back(secret);
    }

    private Faults fault(String words, Object... arguments) {
        return Faults.none().add("words", pages.page().t(words, arguments));
    }

    private static View back(String secret) {
        RedirectView view = new RedirectView("/reports/" + secret, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private Submissions.Own getOwn(String secret, HttpServletRequest request) {
        Optional<Submissions.Own> own = submissions.findOwn(new Secret(secret));
        // Guesses alone are counted: neighbours behind one address must not shut each other out.
        if (own.isEmpty()) limits.require("report guessed from", request.getRemoteAddr(), 120, Duration.ofMinutes(10));
        return own.orElseThrow(Refusal::notFound);
    }
}
