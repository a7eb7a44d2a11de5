package org.commonweal.hub.campaigns.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the table of submissions. */
@Component
class TableViews {
    private static final int PER_PAGE = 50;
    private static final int COLUMNS_SHOWN = 6;

    private final Columns columns;
    private final Submissions submissions;
    private final ReviewFacets facets;
    private final ReviewMap map;
    private final Rights rights;
    private final Organisations organisations;

    TableViews(
            Columns columns,
            Submissions submissions,
            ReviewFacets facets,
            ReviewMap map,
            Rights rights,
            Organisations organisations) {
        this.columns = columns;
        this.submissions = submissions;
        this.facets = facets;
        this.map = map;
        this.rights = rights;
        this.organisations = organisations;
    }

    TableView of(
            Page page,
            Campaign campaign,
            Query query,
            TableView.Filtering filtering,
            Deciding deciding,
            TableView.@Nullable Done done) {
        List<Column> all = columns.listFor(campaign.id(), page.lang());
        Wanted asked = Wanted.of(campaign.id(), query, all);
        Map<String, Long> states = submissions.countByState(asked);
        long total = states.values().stream().mapToLong(Long::longValue).sum();
        Listing listing = Listing.of(query, total, PER_PAGE)
                .facets(facets.of(page, asked, all, states))
                .sorts(
                        new Listing.Sort("newest", page.t("campaigns.review.newest")),
                        new Listing.Sort("oldest", page.t("campaigns.review.oldest")))
                .downloads("csv");
        List<Column> told = all.stream().filter(column -> !column.isFile()).toList();
        return new TableView(
                campaign,
                listing,
                told.stream().limit(COLUMNS_SHOWN).toList(),
                told,
                withChosen(
                        campaign,
                        submissions.list(asked, all, PER_PAGE, (long) (query.page() - 1) * PER_PAGE),
                        deciding),
                states.getOrDefault("received", 0L),
                submissions.findNewestWaiting(asked).map(UUID::toString).orElse(""),
                map.draw(page, campaign, submissions.listPlaced(asked, ReviewMap.MOST)),
                people(campaign),
                filtering,
                deciding,
                done);
    }

    // What came in meanwhile may have moved a chosen row to another page; it was chosen all the same.
    private List<Submission> withChosen(Campaign campaign, List<Submission> rows, Deciding deciding) {
        List<Submission> with = new ArrayList<>(rows);
        deciding.chosen().stream()
                .filter(id -> rows.stream().noneMatch(row -> row.id().equals(id)))
                .limit(PER_PAGE)
                .forEach(id -> submissions.find(campaign.id(), id).ifPresent(with::add));
        return with;
    }

    private String people(Campaign campaign) {
        return rights.has("organisation.invite", campaign.scope())
                ? organisations.get(campaign.organisation()).path() + "/people"
                : "";
    }
}
