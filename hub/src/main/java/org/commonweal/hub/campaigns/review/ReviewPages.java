package org.commonweal.hub.campaigns.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.xlsform.form.QuestionType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@Access(Access.Who.CHECKED_INSIDE)
class ReviewPages {
    static final String PERMISSION = "campaign.review";
    private static final int PER_PAGE = 50;
    private static final int COLUMNS_SHOWN = 6;
    private static final int FACETS = 4;
    private final Pages pages;
    private final Campaigns campaigns;
    private final Columns columns;
    private final Submissions submissions;
    private final Decisions decisions;
    private final Rights rights;
    private final ReviewMap map;

    ReviewPages(
            Pages pages,
            Campaigns campaigns,
            Columns columns,
            Submissions submissions,
            Decisions decisions,
            Rights rights,
            ReviewMap map) {
        this.pages = pages;
        this.campaigns = campaigns;
        this.columns = columns;
        this.submissions = submissions;
        this.decisions = decisions;
        this.rights = rights;
        this.map = map;
    }

    @GetMapping("/campaigns/{address}/review")
    View table(@PathVariable String address, @RequestParam(defaultValue = "-1") int done, HttpServletRequest request) {
        Campaign campaign = require(address);
        Page page = pages.page();
        List<Column> all = columns.listFor(campaign.id(), page.lang());
        Query query = Query.of(campaign.path() + "/review", request.getParameterMap());
        Wanted wanted = Wanted.of(campaign.id(), query, all);
        List<Submission> rows = submissions.list(wanted, all, PER_PAGE, (long) (query.page() - 1) * PER_PAGE);
        Listing listing = Listing.of(query, submissions.count(wanted), PER_PAGE)
                .facets(facets(page, wanted, all))
                .sorts(
                        new Listing.Sort("newest", page.t("campaigns.review.newest")),
                        new Listing.Sort("oldest", page.t("campaigns.review.oldest")))
                .downloads("csv");
        List<Column> shown = all.stream()
                .filter(column -> !column.isFile())
                .limit(COLUMNS_SHOWN)
                .toList();
        return pages.show(
                "campaigns/review/table",
                new TableView(campaign, listing, shown, all, rows, map.draw(page, rows), done));
    }

    @GetMapping("/campaigns/{address}/review/{id}")
    View one(@PathVariable String address, @PathVariable UUID id) {
        Campaign campaign = require(address);
        Submission submission = submissions.find(campaign.id(), id).orElseThrow(Refusal::notFound);
        Page page = pages.page();
        return pages.show(
                "campaigns/review/one",
                new OneView(
                        campaign,
                        submission,
                        columns.listFor(campaign.id(), page.lang()),
                        submissions.listAttachments(id),
                        submissions.listHistory(id),
                        map.draw(page, List.of(submission))));
    }

    @PostMapping("/campaigns/{address}/review")
    View decide(
            @PathVariable String address,
            @RequestParam String verb,
            @RequestParam(defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String view,
            HttpServletRequest request) {
        Campaign campaign = require(address);
        List<Column> known = columns.listFor(campaign.id(), "en");
        Query query = Query.of(campaign.path() + "/review", request.getParameterMap());
        int changed = decisions.decide(verb(verb), Wanted.of(campaign.id(), query, known), id, all.equals("on"), note);
        if (view.equals("one") && id.size() == 1) return new RedirectView(campaign.path() + "/review/" + id.getFirst());
        return new RedirectView(campaign.path() + "/review?state=received&state=asked&done=" + changed);
    }

    private Campaign require(String address) {
        Campaign campaign = campaigns.getByAddress(address);
        rights.require(PERMISSION, campaign.scope());
        return campaign;
    }

    private static Decisions.Verb verb(String word) {
        try {
            return Decisions.Verb.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("One can approve, reject or ask, not ‹" + word + "›.");
        }
    }

    private Listing.Facet[] facets(Page page, Wanted wanted, List<Column> all) {
        List<Listing.Facet> facets = new ArrayList<>();
        Map<String, Long> states = submissions.countByState(wanted.without("state"));
        facets.add(new Listing.Facet(
                "state",
                page.t("campaigns.review.state"),
                states.entrySet().stream()
                        .map(entry -> new Listing.Value(
                                entry.getKey(), page.t("campaigns.review." + entry.getKey()), entry.getValue()))
                        .toList()));
        all.stream()
                .filter(column -> column.type() == QuestionType.SELECT_ONE
                        && !column.path().contains("/"))
                .limit(FACETS)
                .forEach(column -> facets.add(facet(wanted, column)));
        return facets.toArray(Listing.Facet[]::new);
    }

    private Listing.Facet facet(Wanted wanted, Column column) {
        Map<String, Long> counts = submissions.countBy(wanted.without(column.path()), column.path());
        List<Listing.Value> values = counts.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .limit(12)
                .map(entry -> new Listing.Value(entry.getKey(), column.show(entry.getKey()), entry.getValue()))
                .toList();
        return new Listing.Facet(Wanted.ANSWER + column.path(), column.label(), values);
    }
}
