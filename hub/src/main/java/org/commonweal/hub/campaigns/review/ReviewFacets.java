package org.commonweal.hub.campaigns.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Listing;
import org.springframework.stereotype.Component;

/** The filters beside the table: states, answers against the form, the first questions with choices, and whatever else is filtered by now. */
@Component
class ReviewFacets {
    private static final int MOST = 4;
    private static final int MOST_CHOICES = 12;
    private final Submissions submissions;

    ReviewFacets(Submissions submissions) {
        this.submissions = submissions;
    }

    /** @param states how many of the view there are in each state: counted already, and each count looks at every row */
    Listing.Facet[] of(Page page, Wanted wanted, List<Column> all, Map<String, Long> states) {
        List<Listing.Facet> facets = new ArrayList<>();
        long total = states.values().stream().mapToLong(Long::longValue).sum();
        facets.add(states(page, wanted.states().isEmpty() ? states : submissions.countByState(wanted.withoutStates())));
        long broken = submissions.countBroken(wanted);
        if (broken > 0 || wanted.broken()) facets.add(rules(page, broken));
        Map<Column, Listing.Facet> offered = new LinkedHashMap<>();
        for (Column column : all) {
            if (offered.size() == MOST) break;
            if (column.choices().isEmpty()) continue;
            Listing.Facet facet = choices(wanted, column);
            // As of a question that only a replaced form had, with nobody's answer in this view: a heading over
            // nothing.
            if (!facet.values().isEmpty()) offered.put(column, facet);
        }
        facets.addAll(offered.values());
        wanted.answers().forEach((column, values) -> {
            if (!offered.containsKey(column)) facets.add(other(column, values, total));
        });
        return facets.toArray(Listing.Facet[]::new);
    }

    private static Listing.Facet states(Page page, Map<String, Long> counts) {
        return new Listing.Facet(
                "state",
                page.t("campaigns.review.state"),
                counts.entrySet().stream()
                        .map(entry -> new Listing.Value(
                                entry.getKey(), page.t("campaigns.review." + entry.getKey()), entry.getValue()))
                        .toList());
    }

    private static Listing.Facet rules(Page page, long broken) {
        return new Listing.Facet(
                Wanted.RULES,
                page.t("campaigns.review.rules"),
                List.of(new Listing.Value(Wanted.BROKEN, page.t("campaigns.review.rules.broken"), broken)));
    }

    private Listing.Facet choices(Wanted wanted, Column column) {
        Map<String, Long> counts = submissions.countBy(wanted.without(column), column);
        return facet(
                column,
                counts.entrySet().stream()
                        .limit(MOST_CHOICES)
                        .map(entry -> new Listing.Value(entry.getKey(), column.show(entry.getKey()), entry.getValue()))
                        .toList());
    }

    // So that it is seen, and can be taken away.
    private static Listing.Facet other(Column column, List<String> values, long count) {
        return facet(
                column,
                values.stream()
                        .map(value -> new Listing.Value(value, column.show(value), count))
                        .toList());
    }

    private static Listing.Facet facet(Column column, List<Listing.Value> values) {
        return new Listing.Facet(Wanted.ANSWER + column.path(), column.label(), values);
    }
}
