package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The numbers as a table: places down and periods across where there are both, else one cell a line.
 *
 * @param periods heads of the columns, empty where each line is one cell
 * @param counted whether the value is itself the number of answers
 * @param intervals what their column is called
 * @param more cells that are left to the downloads
 * @param hexagons the cells of the map, the first that of number 1; empty where there are none
 */
public record TableView(
        boolean byPlace,
        boolean byPeriod,
        boolean counted,
        String intervals,
        List<String> periods,
        List<Line> lines,
        long more,
        List<Hexagon> hexagons) {
    private static final int MOST_LINES = 300;
    private static final int FIRST_LINES = 50;
    private static final int MOST_COLUMNS = 24;

    /**
     * @param number of the hexagon on the map that it is about or stands in, "" for none
     * @param cells one for each column; a value is "" where there were no answers
     */
    public record Line(String number, String where, String period, List<Value> cells) {}

    /**
     * @param index of H3, as the downloads name the cell
     * @param value of all things in it over the whole time, "" where the table itself tells of the cell
     */
    public record Hexagon(String middle, String index, String value) {}

    /** @param range of the interval, "" for none */
    public record Value(String value, String range, String n, boolean withheld) {
        static final Value NONE = new Value("", "", "", false);
    }

    /** Whether there is nothing in it that does not stand above it. */
    public boolean isOneNumber() {
        return lines.isEmpty() || !byPlace && !byPeriod;
    }

    /** As many lines as a reader looks through. */
    public List<Line> first() {
        return lines.stream().limit(FIRST_LINES).toList();
    }

    /** Those after them, which stand folded. */
    public List<Line> rest() {
        return lines.stream().skip(FIRST_LINES).toList();
    }

    public boolean crossed() {
        return !periods.isEmpty();
    }

    static TableView of(Document document, Reading reading) {
        boolean byPlace = document.areas().kind() != Areas.Kind.WHOLE;
        boolean byPeriod = document.period().times() != Times.NONE;
        TreeSet<String> labels = new TreeSet<>();
        List<Document.Cell> cells = document.cells().stream()
                .filter(cell -> !reading.isSubtotal(cell))
                .sorted(NaturalOrder.BY_THING)
                .toList();
        cells.forEach(cell -> labels.add(cell.period()));
        boolean crossed = byPlace && byPeriod && labels.size() <= MOST_COLUMNS;
        List<Line> lines = crossed ? crossed(cells, reading, ordered(labels)) : listed(cells, reading);
        long all = crossed ? lines.size() : cells.size();
        return new TableView(
                byPlace,
                byPeriod,
                document.statistic().name() == Statistic.COUNT,
                reading.intervals(),
                crossed ? ordered(labels).stream().map(reading::period).toList() : List.of(),
                lines.stream().limit(MOST_LINES).toList(),
                Math.max(0, all - MOST_LINES),
                reading.numbered().stream()
                        .limit(MOST_LINES)
                        .map(index -> new Hexagon(reading.place(index), index, sum(document, index, reading)))
                        .toList());
    }

    private static String sum(Document document, String hexagon, Reading reading) {
        return document.cells().stream()
                .filter(cell -> reading.isSubtotal(cell)
                        && cell.place().equals(hexagon)
                        && cell.period().isEmpty())
                .findFirst()
                .map(reading::valueWithUnit)
                .orElse("");
    }

    /** Whether hexagons say what all their things come to. */
    public boolean sums() {
        return hexagons.stream().anyMatch(hexagon -> !hexagon.value().isEmpty());
    }

    private static List<Line> listed(List<Document.Cell> cells, Reading reading) {
        return cells.stream()
                .limit(MOST_LINES)
                .map(cell -> new Line(
                        reading.number(cell),
                        reading.where(cell),
                        reading.period(cell.period()),
                        List.of(value(cell, reading))))
                .toList();
    }

    private static List<Line> crossed(List<Document.Cell> cells, Reading reading, List<String> labels) {
        Map<Where, Map<String, Value>> rows = new LinkedHashMap<>();
        Map<Where, Document.Cell> places = new LinkedHashMap<>();
        for (Document.Cell cell : cells) {
            Where where = cell.spot().where();
            places.putIfAbsent(where, cell);
            rows.computeIfAbsent(where, unseen -> new LinkedHashMap<>()).put(cell.period(), value(cell, reading));
        }
        List<Line> lines = new ArrayList<>();
        rows.forEach((where, values) -> lines.add(new Line(
                reading.number(Objects.requireNonNull(places.get(where))),
                reading.where(Objects.requireNonNull(places.get(where))),
                "",
                labels.stream()
                        .map(label -> values.getOrDefault(label, Value.NONE))
                        .toList())));
        return lines;
    }

    // The whole period comes first, in sight on a phone too.
    private static List<String> ordered(TreeSet<String> labels) {
        return List.copyOf(labels);
    }

    private static Value value(Document.Cell cell, Reading reading) {
        return new Value(reading.value(cell), reading.range(cell), reading.n(cell), !cell.isPublished());
    }
}
