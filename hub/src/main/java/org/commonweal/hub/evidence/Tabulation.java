package org.commonweal.hub.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.commonweal.disclosure.Alternative;
import org.commonweal.disclosure.Cell;
import org.commonweal.disclosure.Disclosure;
import org.commonweal.disclosure.Hierarchy;
import org.commonweal.disclosure.Plan;
import org.commonweal.disclosure.PlannedCell;
import org.commonweal.disclosure.Protection;
import org.commonweal.disclosure.Request;
import org.commonweal.disclosure.Rows;
import org.commonweal.disclosure.Verdict;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Refusal;

/** Rows laid out as the engine wants them, and its plan read back in our places and periods. */
final class Tabulation {
    private static final long MOST_CELLS = 50_000;

    private final Spec spec;
    private final Dataset.Description source;
    private final List<PlacedRow> placed;
    private final Span span;
    private final Keys<Where> places = new Keys<>();
    private final Plan plan;

    private Tabulation(Spec spec, Dataset.Description source, List<PlacedRow> placed, Span span) {
        this.spec = spec;
        this.source = source;
        this.placed = placed;
        this.span = span;
        this.plan = Disclosure.plan(rows(), request(protection(source)));
    }

    /**
     * @param rows each with the value of the variable asked for, then that of the question for its time
     * @throws Refusal when the table would be larger than a page can tell
     */
    static Tabulation of(Spec spec, Dataset.Description source, List<Dataset.Row> rows) {
        Clock clock = clock(spec, source);
        Span span = Span.of(
                spec,
                source.zone(),
                rows.stream().map(clock::at).filter(Objects::nonNull).toList());
        Values values =
                new Values(spec, Sources.variable(source, spec.variable()).orElse(null));
        Placing placing = new Placing(spec.areas());
        List<PlacedRow> placed = rows.stream()
                .map(row ->
                        new PlacedRow(row, values.of(row), placing.find(row).orElse(null), span.indexOf(clock.at(row))))
                .toList();
        long places = placed.stream().map(PlacedRow::where).distinct().count();
        if (places * span.count() > MOST_CELLS)
            throw Refusal.invalid("A finding has at most " + MOST_CELLS + " cells, this would have "
                    + places * span.count() + ". Choose larger places, longer periods or fewer days.");
        return new Tabulation(spec, source, placed, span);
    }

    static Protection protection(Dataset.Description source) {
        return source.people()
                ? Protection.people(Math.max(Protection.LEAST_PEOPLE, source.threshold()))
                : Protection.things();
    }

    /** Rows whose answer no figure can be computed of, as they were answered. */
    List<Dataset.Row> outOfMeasure() {
        return answered(values()::isOutOfMeasure);
    }

    /** Rows whose answer the form does not take, as they were answered. */
    List<Dataset.Row> refused() {
        return answered(values()::isRefused);
    }

    /** How many rows would count if they said when. */
    long withoutTime() {
        Clock clock = clock(spec, source);
        return placed.stream()
                .filter(one -> !Double.isNaN(one.value()) && one.where() != null && clock.at(one.row()) == null)
                .count();
    }

    private static Clock clock(Spec spec, Dataset.Description source) {
        return new Clock(spec.clock(), source.zone());
    }

    private List<Dataset.Row> answered(Predicate<Dataset.Row> such) {
        return placed.stream().map(PlacedRow::row).filter(such).toList();
    }

    private Values values() {
        return new Values(spec, Sources.variable(source, spec.variable()).orElse(null));
    }

    Plan plan() {
        return plan;
    }

    /** The time that its figures speak of: of the rows that count, where there are any. */
    Span spanOfCounted() {
        Clock clock = clock(spec, source);
        List<Instant> times = counted().stream()
                .map(one -> clock.at(one.row()))
                .filter(Objects::nonNull)
                .toList();
        return times.isEmpty() ? span : Span.of(spec, source.zone(), times);
    }

    /** What longer periods would keep: each of them planned anew. */
    Map<Times, Alternative> longerPeriods() {
        Map<Times, Alternative> alternatives = new LinkedHashMap<>();
        if (spec.times() == Times.NONE) return alternatives;
        for (Times longer : spec.times().longer())
            alternatives.put(longer, over(longer).plan().kept());
        return alternatives;
    }

    /** The same answers in the same places, in other periods. */
    private Tabulation over(Times times) {
        Spec other = spec.over(times);
        Span periods = span.over(other);
        Clock clock = clock(spec, source);
        List<PlacedRow> moved = placed.stream()
                .map(one -> one.in(periods.indexOf(clock.at(one.row()))))
                .toList();
        return new Tabulation(other, source, moved, periods);
    }

    /** The rows that count, in the order given. */
    List<PlacedRow> counted() {
        return placed.stream().filter(PlacedRow::counts).toList();
    }

    /** What may be published; empty when nothing may. */
    List<Document.Cell> cells() {
        if (plan.verdict() != Verdict.PUBLISHABLE) return List.of();
        // One period or one place stands in the engine's table twice: as itself and as the total.
        Map<Spot, Document.Cell> bySpot = new LinkedHashMap<>();
        plan.publish().stream().map(this::cell).forEach(cell -> bySpot.putIfAbsent(cell.spot(), cell));
        return Cells.ordered(bySpot.values());
    }

    /** The first interval's method, for the document. */
    Optional<String> findMethod() {
        if (plan.verdict() != Verdict.PUBLISHABLE) return Optional.empty();
        return plan.publish().stream()
                .filter(cell -> cell instanceof Cell.Published)
                .map(cell -> ((Cell.Published) cell).figures().getFirst().interval())
                .filter(Objects::nonNull)
                .map(interval -> Cells.token(interval.method()))
                .findFirst();
    }

    /** What becomes of each cell that has rows, with exact numbers: for reviewers. */
    Map<Spot, PlannedCell> planned() {
        Map<Spot, PlannedCell> bySpot = new LinkedHashMap<>();
        plan.listCells().stream()
                .filter(cell -> cell.rows() > 0)
                .forEach(cell -> bySpot.putIfAbsent(spot(cell.spot()), cell));
        return bySpot;
    }

    Spot spotOf(PlacedRow one) {
        return new Spot(Objects.requireNonNull(one.where()), span.label(one.period()));
    }

    private Document.Cell cell(Cell cell) {
        return switch (cell) {
            case Cell.Published(var spot, long n, var figures) -> Cells.told(spot(spot), n, figures.getFirst());
            case Cell.Withheld(var spot) -> Cells.withheld(spot(spot));
        };
    }

    private Spot spot(org.commonweal.disclosure.Spot spot) {
        Where where = spot.place() == Rows.ABSENT ? Where.EVERYWHERE : places.at(spot.place());
        return new Spot(where, span.label(spot.period()));
    }

    private Rows rows() {
        Keys<String> contributors = new Keys<>();
        double[] values = placed.stream().mapToDouble(PlacedRow::value).toArray();
        long[] who = placed.stream()
                .map(one -> one.row().contributor())
                .mapToLong(key -> key.isEmpty() ? Rows.ABSENT : contributors.of(key))
                .toArray();
        long[] where = placed.stream()
                .map(PlacedRow::where)
                .mapToLong(place -> place == null ? Rows.ABSENT : places.of(place))
                .toArray();
        return Rows.of(
                values, who, where, placed.stream().mapToInt(PlacedRow::period).toArray());
    }

    private Request request(Protection protection) {
        Request asked = Request.of(spec.statistic().measure())
                .protecting(protection)
                .over(hierarchy(), 0)
                .periods(span.count());
        return spec.areas().bySubject() && spec.areas().hasCells() ? asked.alsoTotals(1) : asked;
    }

    // Coarser levels than the one asked for are there to be offered in the preview.
    private Hierarchy hierarchy() {
        List<Hierarchy.Level> levels = new ArrayList<>();
        levels.add(new Hierarchy.Level(spec.areas().token(), place -> place));
        int resolution = spec.areas().resolution();
        if (spec.areas().bySubject() && resolution >= 0)
            levels.add(new Hierarchy.Level(
                    "h3-" + resolution,
                    key -> places.of(new Where(places.at(key).place(), ""))));
        else
            IntStream.iterate(resolution - 1, r -> r >= 0, r -> r - 1)
                    .forEach(r -> levels.add(new Hierarchy.Level("h3-" + r, key -> coarser(key, r))));
        return Hierarchy.of(levels);
    }

    private long coarser(long key, int resolution) {
        return places.of(new Where(Hexes.parent(places.at(key).place(), resolution), ""));
    }
}
