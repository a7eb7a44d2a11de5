package org.commonweal.hub.campaigns.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.CampaignRights;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    // What a form of the page sends beside the view.
    private static final Set<String> NO_VIEW = Set.of(
            "_csrf",
            "verb",
            "id",
            "shown",
            "all",
            "newest",
            "note",
            "view",
            "done",
            "did",
            "left",
            "at",
            "question",
            "wanted");

    private final Pages pages;
    private final Columns columns;
    private final Submissions submissions;
    private final Decisions decisions;
    private final CampaignRights rights;
    private final TableViews tables;
    private final OneViews ones;

    ReviewPages(
            Pages pages,
            Columns columns,
            Submissions submissions,
            Decisions decisions,
            CampaignRights rights,
            TableViews tables,
            OneViews ones) {
        this.pages = pages;
        this.columns = columns;
        this.submissions = submissions;
        this.decisions = decisions;
        this.rights = rights;
        this.tables = tables;
        this.ones = ones;
    }

    @GetMapping("/campaigns/{address}/review")
    View table(
            @PathVariable String address,
            @RequestParam(defaultValue = "-1") int done,
            @RequestParam(defaultValue = "") String did,
            @RequestParam(defaultValue = "0") int left,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String wanted,
            HttpServletRequest request) {
        Campaign campaign = require(address);
        Page page = pages.page();
        Query query = view(campaign, request);
        TableView.Filtering filtering = TableView.Filtering.NOTHING;
        Optional<Column> asked = Columns.find(columns.listFor(campaign.id(), page.lang()), question);
        if (!wanted.isBlank() && asked.isPresent()) {
            String typed = wanted.strip();
            String fault = Condition.fault(asked.get(), typed);
            // The form for a filter by any answer names question and value; the view's own address has them as one.
            if (fault.isEmpty()) return to(query.set(Wanted.ANSWER + question, oneOf(asked.get(), typed)));
            filtering = new TableView.Filtering(
                    question, typed, Faults.none().add("wanted", page.t("campaigns.review.fault." + fault, typed)));
        }
        return pages.show(
                "campaigns/review/table",
                tables.of(page, campaign, query, filtering, Deciding.NOTHING, TableView.Done.of(did, done, left, at)));
    }

    // A label that several choices have is read where the view is made.
    private static String oneOf(Column column, String typed) {
        List<String> named = column.named(typed);
        return named.size() == 1 ? named.getFirst() : typed;
    }

    @GetMapping("/campaigns/{address}/review/{id}")
    View one(
            @PathVariable String address,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int done,
            @RequestParam(defaultValue = "") String did,
            @RequestParam(defaultValue = "0") int left,
            @RequestParam(defaultValue = "") String at) {
        Campaign campaign = require(address);
        Submission submission = submissions.find(campaign.id(), id).orElseThrow(Refusal::notFound);
        return pages.show(
                "campaigns/review/one",
                ones.of(pages.page(), campaign, submission, Deciding.NOTHING, TableView.Done.of(did, done, left, at)));
    }

    @PostMapping("/campaigns/{address}/review")
    View decide(
            @PathVariable String address,
            @RequestParam String verb,
            @RequestParam(defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "") List<String> shown,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(required = false) @Nullable UUID newest,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String view,
            HttpServletRequest request,
            HttpServletResponse response) {
        Campaign campaign = require(address);
        Query query = view(campaign, request);
        Wanted wanted = Wanted.of(campaign.id(), query, columns.listFor(campaign.id(), "en"));
        Decisions.Verb meant = verb(verb);
        boolean ofAll = all.equals("on");
        if (ofAll && newest == null)
            throw Refusal.invalid("The page did not say which submissions it showed. Open it again.");
        // A browser sends line ends as two characters, and counts them as one.
        String words = note.replace("\r\n", "\n");
        Deciding deciding = Deciding.of(pages.page(), meant, id, ofAll, words);
        boolean ofOne = view.equals("one") && id.size() == 1;
        if (deciding.faults().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ofOne ? again(campaign, deciding, null) : again(campaign, query, deciding, null);
        }
        Decisions.Done done = decisions.decide(meant, wanted, id, states(shown), ofAll ? newest : null, words);
        if (!done.overtaken().isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Deciding others = deciding.after(done.overtaken());
            TableView.@Nullable Done told = done.changed() + done.left() == 0
                    ? null
                    : TableView.Done.of(
                            meant.state(),
                            done.changed(),
                            done.left(),
                            done.at().toString());
            return ofOne ? again(campaign, others, told) : again(campaign, query, others, told);
        }
        Query back = ofOne ? new Query(campaign.path() + "/review/" + id.getFirst(), Map.of()) : query;
        Map<String, List<String>> values = new LinkedHashMap<>(back.values());
        values.put("did", List.of(meant.state()));
        values.put("done", List.of(String.valueOf(done.changed())));
        if (done.left() > 0) values.put("left", List.of(String.valueOf(done.left())));
        values.put("at", List.of(done.at().toString()));
        return to(new Query(back.path(), values).at(back.page()));
    }

    /** Takes a decision back that was made just now, on one or on thousands. */
    @PostMapping("/campaigns/{address}/review/undo")
    View undo(
            @PathVariable String address,
            @RequestParam Instant at,
            @RequestParam(defaultValue = "") @Nullable UUID one) {
        Campaign campaign = require(address);
        int undone = decisions.undo(campaign.id(), at);
        String back = campaign.path() + "/review" + (one == null ? "" : "/" + one);
        return to(back + "?did=undone&done=" + undone);
    }

    private View again(Campaign campaign, Query query, Deciding deciding, TableView.@Nullable Done done) {
        return pages.show(
                "campaigns/review/table",
                tables.of(pages.page(), campaign, query, TableView.Filtering.NOTHING, deciding, done));
    }

    private View again(Campaign campaign, Deciding deciding, TableView.@Nullable Done done) {
        Submission one =
                submissions.find(campaign.id(), deciding.chosen().getFirst()).orElseThrow(Refusal::notFound);
        return pages.show("campaigns/review/one", ones.of(pages.page(), campaign, one, deciding, done));
    }

    // As the page's rows say them: identifier, colon, state.
    private static Map<UUID, String> states(List<String> shown) {
        Map<UUID, String> states = new HashMap<>();
        for (String one : shown)
            if (one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[a-z]+"))
                states.put(UUID.fromString(one.substring(0, 36)), one.substring(37));
        return states;
    }

    private static Query view(Campaign campaign, HttpServletRequest request) {
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
        parameters.keySet().removeAll(NO_VIEW);
        return Query.of(campaign.path() + "/review", parameters);
    }

    private static View to(String address) {
        RedirectView view = new RedirectView(address, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private Campaign require(String address) {
        return rights.require(PERMISSION, address);
    }

    private static Decisions.Verb verb(String word) {
        try {
            return Decisions.Verb.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("One can approve, reject, ask or reopen, not ‹" + word + "›.");
        }
    }
}
