package org.commonweal.hub.campaigns.review;

import gg.jte.Content;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.hub.frame.look.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The table of submissions.
 *
 * @param columns shown in the table
 * @param all columns, to filter and order by
 * @param waiting how many of the view wait for a decision, on all its pages
 * @param newest of those, to be given back with a decision on all of them: what comes meanwhile is not meant
 * @param map of those in the view that name a place, null when none does
 * @param people where a second person is invited, "" when the reader may not
 * @param done what a decision changed just now, null when none was made
 */
public record TableView(
        Campaign campaign,
        Listing listing,
        List<Column> columns,
        List<Column> all,
        List<Submission> rows,
        long waiting,
        String newest,
        @Nullable Content map,
        String people,
        Filtering filtering,
        Deciding deciding,
        @Nullable Done done) {

    /** The filter by any answer as it was typed, which is shown again where it can't be read. */
    public record Filtering(String question, String wanted, Faults faults) {
        static final Filtering NOTHING = new Filtering("", "", Faults.none());
    }

    /**
     * @param state that they have now
     * @param left how many were left as they are, because they carry no consent
     * @param at when, to undo it; "" when it can't be
     */
    public record Done(String state, int changed, int left, String at) {
        private static final Set<String> STATES = Set.of("received", "asked", "approved", "rejected", "undone");

        static @Nullable Done of(String state, int changed, int left, String at) {
            return STATES.contains(state) && changed >= 0 ? new Done(state, changed, Math.max(0, left), at) : null;
        }
    }

    /** Whether a place was asked for and none of those in the view names one. */
    public boolean lacksPlaces() {
        return map == null && !rows.isEmpty() && all.stream().anyMatch(Column::isPoint);
    }

    /** Whether an answer of those shown is marked. */
    public boolean hasMarks() {
        return rows.stream().anyMatch(row -> !row.broken().isEmpty());
    }

    /** Whether an answer is against the form that stands in no column of the table. */
    public boolean isAgainstElsewhere(Submission row) {
        Set<String> shown = columns.stream().map(Column::path).collect(Collectors.toSet());
        return !shown.containsAll(row.broken());
    }

    public List<Choice> questions() {
        return all.stream()
                .map(column -> new Choice(column.path(), column.label()))
                .toList();
    }
}
