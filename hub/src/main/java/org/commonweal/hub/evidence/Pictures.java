package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.hub.frame.drawing.Bar;
import org.commonweal.hub.frame.drawing.BarChart;
import org.commonweal.hub.frame.drawing.DotPlot;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.drawing.LineChart;
import org.commonweal.hub.frame.drawing.Moment;
import org.commonweal.hub.frame.drawing.PlaceMap;
import org.commonweal.hub.frame.drawing.Series;
import org.commonweal.hub.frame.drawing.Sheet;
import org.commonweal.hub.frame.places.Box;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Outline;
import org.commonweal.hub.frame.places.Outlines;
import org.jspecify.annotations.Nullable;

/** The map and the chart of a document. */
final class Pictures {
    private static final int MOST_LINES = 6;
    private static final int MOST_THIN_LINES = 60;
    private static final int MOST_BARS = 30;
    private final Document document;
    private final Reading reading;
    private final Sheet sheet;

    Pictures(Document document, Reading reading) {
        this.document = document;
        this.reading = reading;
        this.sheet = new Sheet(
                        reading.page().locale(),
                        document.title(),
                        reading.measured().text(),
                        reading.unit(),
                        reading.page().t("frame.chart.withheld"))
                .telling(reading.decimals());
    }

    /** Cells or countries shaded by their value over the whole time; null where no place is told apart. */
    @Nullable
    Drawing map() {
        return map(true);
    }

    private @Nullable Drawing map(boolean numbered) {
        List<Document.Cell> shaded = shaded();
        if (shaded.isEmpty()) return null;
        double least = edge(shaded, true);
        double most = edge(shaded, false);
        // The country that all of it is about is named above the map; written on it, its name would cover cells.
        PlaceMap map = PlaceMap.of(
                frame(shaded),
                document.areas().hasCells() ? Countries.find(document.source().country()) : Optional.empty());
        for (Document.Cell cell : shaded) {
            double value = Objects.requireNonNull(cell.value());
            // The palest shade is the least value, not nothing.
            double share = most > least ? 0.2 + 0.8 * (value - least) / (most - least) : 1;
            for (double[] ring : rings(cell.place()))
                map.cell(ring, share, label(cell), numbered ? reading.number(cell) : "");
        }
        return map.draw(sheet);
    }

    /** What the ramp under the map runs from and to; empty where nothing is shaded. */
    List<String> ramp() {
        List<Document.Cell> shaded = shaded();
        if (shaded.isEmpty()) return List.of();
        return List.of(told(edge(shaded, true)), told(edge(shaded, false)));
    }

    /** Lines over time, else bars or dots by place, else one number with its interval; null where it has none. */
    @Nullable
    Drawing chart() {
        List<Series> lines = lines();
        boolean many = lines.stream().anyMatch(line -> line.moments().size() > 1);
        if (document.period().times() != Times.NONE && many) {
            List<Series> thin = thinLines();
            return thin.isEmpty()
                    ? LineChart.draw(sheet(lines, thin), lines)
                    : LineChart.drawAmong(sheet(lines.subList(0, 1), thin), lines.getFirst(), thin);
        }
        List<Bar> bars = bars();
        if (bars.size() < 2) return alone(reading.t("everywhere"), false);
        return document.statistic().name() == Statistic.MEAN
                        || document.statistic().name() == Statistic.MEDIAN
                ? DotPlot.draw(sheet, bars)
                : BarChart.draw(sheet, bars);
    }

    /** For a figure card: the total's line, without periods the map, else the interval; null where nothing is told. */
    @Nullable
    Drawing small() {
        List<Document.Cell> total = document.cells().stream()
                .filter(cell -> cell.isTotal() && !cell.period().isEmpty())
                .toList();
        if (total.size() < 2) return Optional.ofNullable(map(false)).orElseGet(() -> alone("", true));
        List<Series> line = List.of(series("", total));
        return LineChart.drawSmall(sheet(line, List.of()), line);
    }

    // The number of everything with its interval, where there is nothing else to see.
    private @Nullable Drawing alone(String name, boolean card) {
        Document.Cell total = document.findTotal().orElse(null);
        if (total == null || total.low() == null) return null;
        Bar one = new Bar(name, scaled(total.value()), scaled(total.low()), scaled(total.high()));
        double end = reading.isShare() ? 100 : Double.NaN;
        return card ? DotPlot.drawSmall(sheet, one, end) : DotPlot.draw(sheet, List.of(one), end);
    }

    /** How many things the chart shows as thin lines beside the line of all of them. */
    int among() {
        return chart() == null ? 0 : thinLines().size();
    }

    // Too many to be told apart, yet they show how far things lie from each other. Not about people: there the gaps
    // differ.
    private List<Series> thinLines() {
        Map<String, List<Document.Cell>> byName = byName();
        boolean all = byName.remove("") != null;
        boolean many = byName.size() > MOST_LINES && byName.size() <= MOST_THIN_LINES;
        if (!all || !many || !document.areas().bySubject()) return List.of();
        List<Series> lines = new ArrayList<>();
        byName.forEach((name, cells) -> lines.add(series(name, cells)));
        return lines;
    }

    private Map<String, List<Document.Cell>> byName() {
        return document.cells().stream()
                .filter(cell -> !cell.period().isEmpty() && !reading.isSubtotal(cell))
                .collect(Collectors.groupingBy(
                        cell -> cell.isTotal() ? "" : reading.numberedWhere(cell),
                        () -> new TreeMap<>(new NaturalOrder()),
                        Collectors.toList()));
    }

    private List<Series> lines() {
        Map<String, List<Document.Cell>> byName = byName();
        List<Document.Cell> total = byName.remove("");
        // Where there is a map, it tells the places apart; beside it one line is enough.
        boolean mapped = document.areas().kind() == Areas.Kind.H3;
        if (byName.isEmpty() || byName.size() > MOST_LINES || mapped && total != null)
            return total == null ? List.of() : List.of(series("", total));
        List<Series> lines = new ArrayList<>();
        byName.forEach((name, cells) -> lines.add(series(name, cells)));
        return lines;
    }

    // A period without an answer has no cell at all: without a moment of its own the line would run across it.
    private Series series(String name, List<Document.Cell> cells) {
        List<Moment> moments = new ArrayList<>();
        String before = "";
        for (Document.Cell cell : cells) {
            if (!before.isEmpty() && !Times.areNeighbours(before, cell.period()))
                moments.add(Moment.of(Times.lastDay(before).plusDays(1), Double.NaN));
            moments.add(new Moment(
                    Times.firstDay(cell.period()), scaled(cell.value()), scaled(cell.low()), scaled(cell.high())));
            before = cell.period();
        }
        return new Series(name, moments);
    }

    private Sheet sheet(List<Series> first, List<Series> more) {
        boolean gaps = Stream.concat(first.stream(), more.stream())
                .flatMap(one -> one.moments().stream())
                .anyMatch(moment -> Double.isNaN(moment.value()));
        return gaps ? sheet.adding(reading.t("chart-gaps")) : sheet;
    }

    private List<Bar> bars() {
        return document.cells().stream()
                .filter(cell -> cell.period().isEmpty() && !cell.isTotal() && !reading.isSubtotal(cell))
                .sorted(NaturalOrder.BY_THING)
                .limit(MOST_BARS)
                .map(cell -> new Bar(
                        reading.numberedWhere(cell), scaled(cell.value()), scaled(cell.low()), scaled(cell.high())))
                .toList();
    }

    private List<Document.Cell> shaded() {
        return document.cells().stream()
                .filter(cell -> cell.period().isEmpty()
                        && cell.isPublished()
                        && cell.subject().isEmpty())
                .filter(cell -> !rings(cell.place()).isEmpty())
                .toList();
    }

    private List<double[]> rings(String place) {
        if (place.isEmpty()) return List.of();
        return switch (document.areas().kind()) {
            case COUNTRY ->
                Countries.find(place)
                        .flatMap(Outlines::find)
                        .map(Outline::rings)
                        .orElse(List.of());
            default -> List.of(Hexes.ring(place));
        };
    }

    private Box frame(List<Document.Cell> cells) {
        Box box = cells.stream()
                .flatMap(cell -> rings(cell.place()).stream())
                .map(Box::around)
                .reduce(Box::union)
                .orElseThrow();
        return box.grow(Math.max(0.3, box.width() * 0.2));
    }

    private String label(Document.Cell cell) {
        return reading.numberedWhere(cell) + ": " + reading.valueWithUnit(cell);
    }

    private String told(double value) {
        return reading.page().number(value * reading.scale(), 1)
                + (reading.unit().isEmpty() ? "" : " " + reading.unit());
    }

    private static double edge(List<Document.Cell> cells, boolean least) {
        var values = cells.stream().mapToDouble(cell -> Objects.requireNonNull(cell.value()));
        return (least ? values.min() : values.max()).orElse(0);
    }

    private double scaled(@Nullable Double value) {
        // 0.55 times a hundred is a little more than 55, which would be written 55.0.
        return value == null ? Double.NaN : Math.rint(value * reading.scale() * 1e9) / 1e9;
    }
}
