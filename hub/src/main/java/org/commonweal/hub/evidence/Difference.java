package org.commonweal.hub.evidence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.disclosure.Decision;
import org.commonweal.disclosure.Disclosure;
import org.commonweal.disclosure.Hierarchy;
import org.commonweal.disclosure.Measure;
import org.commonweal.disclosure.Plan;
import org.commonweal.disclosure.Protection;
import org.commonweal.disclosure.Request;
import org.commonweal.disclosure.Rows;
import org.commonweal.disclosure.Verdict;

/** The rows that came or went between two versions, planned as a table of their own. */
final class Difference {
    private Difference() {}

    /** The cells of which both versions may not tell, since subtracting them would tell of too few. */
    static Set<Spot> unsafe(List<Input> changed, Protection protection) {
        if (changed.isEmpty()) return Set.of();
        Keys<Where> places = new Keys<>();
        List<String> periods = List.copyOf(
                changed.stream().map(row -> row.spot().period()).collect(Collectors.toCollection(TreeSet::new)));
        Plan plan = Disclosure.plan(rows(changed, places, periods), request(protection, periods.size()));
        // No pattern passed: then nothing of what changed may be told.
        if (plan.verdict() == Verdict.AUDIT_FAILED)
            return changed.stream()
                    .map(Input::spot)
                    .flatMap(Difference::spotsOf)
                    .collect(Collectors.toSet());
        return plan.listCells().stream()
                .filter(cell -> cell.decision() != Decision.PUBLISHED)
                .map(cell -> spot(cell.spot(), places, periods))
                .collect(Collectors.toSet());
    }

    /** The cell a row stands in and the totals that it counts in, three where there are places and periods. */
    static Stream<Spot> spotsOf(Spot inner) {
        return Stream.of(
                        inner,
                        new Spot(inner.where(), ""),
                        new Spot(Where.EVERYWHERE, inner.period()),
                        new Spot(Where.EVERYWHERE, ""))
                .distinct();
    }

    private static Rows rows(List<Input> changed, Keys<Where> places, List<String> periods) {
        Keys<String> contributors = new Keys<>();
        return Rows.of(
                changed.stream().mapToDouble(row -> 1).toArray(),
                changed.stream()
                        .map(Input::contributor)
                        .mapToLong(mark -> mark.isEmpty() ? Rows.ABSENT : contributors.of(mark))
                        .toArray(),
                changed.stream().mapToLong(row -> places.of(row.spot().where())).toArray(),
                changed.stream()
                        .mapToInt(row -> periods.indexOf(row.spot().period()))
                        .toArray());
    }

    private static Request request(Protection protection, int periods) {
        Hierarchy flat = Hierarchy.of(List.of(new Hierarchy.Level("place", place -> place)));
        return Request.of(Measure.count()).protecting(protection).over(flat, 0).periods(periods);
    }

    private static Spot spot(org.commonweal.disclosure.Spot spot, Keys<Where> places, List<String> periods) {
        Where where = spot.place() == Rows.ABSENT ? Where.EVERYWHERE : places.at(spot.place());
        return new Spot(where, spot.period() < 0 ? "" : periods.get(spot.period()));
    }
}
