package org.commonweal.hub.campaigns.review;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Secret;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    private final Decisions decisions;
    private final Links links;
    private final Limits limits;

    ReportPages(
            Pages pages,
            Campaigns campaigns,
            Submissions submissions,
            Columns columns,
            Decisions decisions,
            Links links,
            Limits limits) {
        this.pages = pages;
        this.campaigns = campaigns;
        this.submissions = submissions;
        this.columns = columns;
        this.decisions = decisions;
        this.links = links;
        this.limits = limits;
    }

    @GetMapping("/reports/{secret}")
    View show(@PathVariable String secret, HttpServletRequest request) {
        Submissions.Own own = getOwn(secret, request);
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
                        links.listTo(campaign.ref()).stream()
                                .filter(link -> link.from().kind().equals("finding"))
                                .toList()));
    }

    @PostMapping("/reports/{secret}/withdraw")
    View withdraw(@PathVariable String secret, HttpServletRequest request) {
        decisions.withdraw(getOwn(secret, request).submission());
        return new RedirectView("/reports/" + secret);
    }

    private Submissions.Own getOwn(String secret, HttpServletRequest request) {
        limits.require("report from", request.getRemoteAddr(), 120, Duration.ofMinutes(10));
        return submissions.findOwn(new Secret(secret)).orElseThrow(Refusal::notFound);
    }
}
