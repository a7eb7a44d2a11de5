package org.commonweal.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tables as text. In: a heading of periods, a line per place, {@code North/Alba} for a place within another; {@code 12}
 * is twelve people with a row each, {@code 12+30} twelve and one who gave thirty rows, {@code .} nobody. Out: what a plan
 * does with each cell: its published n, {@code .} nobody, {@code few} too few contributors, {@code one} one dominates,
 * {@code x} protects another.
 */
final class Drawing {
    private final List<Double> values = new ArrayList<>();
    private final List<Long> contributors = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();
    private final List<Integer> periods = new ArrayList<>();
    private final List<String> periodNames;
    private final Map<Long, String> names = new TreeMap<>();
    private final Map<Long, Long> parents = new LinkedHashMap<>();
    private long nextContributor = 1;

    private Drawing(List<String> periodNames) {
        this.periodNames = periodNames;
    }

    static Drawing of(String table) {
        List<String> lines = table.strip().lines().toList();
        List<String> heading = split(lines.getFirst());
        Drawing drawing = new Drawing(heading.subList(1, heading.size()));
        for (String line : lines.subList(1, lines.size())) drawing.addLine(split(line));
        return drawing;
    }

    Rows rows() {
        return Rows.of(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                contributors.stream().mapToLong(Long::longValue).toArray(),
                places.stream().mapToLong(Long::longValue).toArray(),
                periods.stream().mapToInt(Integer::intValue).toArray());
    }

    Request request() {
        Hierarchy hierarchy = Hierarchy.of(List.of(
                new Hierarchy.Level("town", place -> place),
                new Hierarchy.Level("region", place -> parents.getOrDefault(place, place))));
        Request flat = Request.of(Measure.count()).over(hierarchy, 0).periods(periodNames.size());
        return parents.isEmpty() ? flat : flat.alsoTotals(1);
    }

    Plan plan() {
        return Disclosure.plan(rows(), request());
    }

    String drawn(Plan plan) {
        Map<Spot, String> marks = new LinkedHashMap<>();
        for (PlannedCell cell : plan.listCells()) marks.put(cell.spot(), mark(cell));
        return draw(marks);
    }

    String drawnPublic(List<Cell> cells) {
        Map<Spot, String> marks = new LinkedHashMap<>();
        for (Cell cell : cells)
            marks.put(cell.spot(), cell instanceof Cell.Published told ? Long.toString(told.n()) : "withheld");
        return draw(marks);
    }

    private String draw(Map<Spot, String> marks) {
        List<List<String>> lines = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("place"));
        heading.addAll(periodNames);
        heading.add("all");
        lines.add(heading);
        marks.keySet().stream()
                .map(spot -> new Spot(spot.place(), spot.level(), 0))
                .distinct()
                .forEach(place -> lines.add(line(place, marks)));
        return aligned(lines);
    }

    private List<String> line(Spot place, Map<Spot, String> marks) {
        List<String> line = new ArrayList<>(List.of(names.getOrDefault(place.place(), "all")));
        for (int period = 0; period <= periodNames.size(); period++) {
            int column = period == periodNames.size() ? Spot.WHOLE_PERIOD : period;
            line.add(marks.getOrDefault(new Spot(place.place(), place.level(), column), "."));
        }
        return line;
    }

    private static String mark(PlannedCell cell) {
        return switch (cell.decision()) {
            case PUBLISHED -> Integer.toString(cell.rows());
            case TOO_FEW_CONTRIBUTORS -> "few";
            case ONE_CONTRIBUTOR_DOMINATES -> "one";
            case PROTECTS_ANOTHER_CELL -> "x";
        };
    }

    private void addLine(List<String> fields) {
        String[] path = fields.getFirst().split("/");
        long place = 100 + names.size();
        names.put(place, path[path.length - 1]);
        if (path.length == 2) parents.put(place, regionOf(path[0]));
        for (int period = 0; period < periodNames.size(); period++) addCell(place, period, fields.get(period + 1));
    }

    private long regionOf(String name) {
        long region = 1_000_000 + name.hashCode();
        names.put(region, name);
        return region;
    }

    private void addCell(long place, int period, String text) {
        if (text.equals(".")) return;
        String[] parts = text.split("\\+");
        for (int i = 0; i < Integer.parseInt(parts[0]); i++) addRow(place, period, nextContributor++);
        if (parts.length == 1) return;
        for (int i = 0; i < Integer.parseInt(parts[1]); i++) addRow(place, period, nextContributor);
        nextContributor++;
    }

    private void addRow(long place, int period, long contributor) {
        values.add((double) (values.size() % 7));
        contributors.add(contributor);
        places.add(place);
        periods.add(period);
    }

    private static List<String> split(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    static String aligned(List<List<String>> lines) {
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines)
            for (int i = 0; i < columns; i++)
                widths[i] = Math.max(widths[i], line.get(i).length());
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String padded(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            if (i > 0) text.append(" | ");
            text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length()));
        }
        return text.toString().stripTrailing();
    }
}
