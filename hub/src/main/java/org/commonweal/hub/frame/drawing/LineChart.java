package org.commonweal.hub.frame.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.commonweal.hub.frame.drawing.Canvas.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * Lines over time, each with the band of its interval, named where they end.
 *
 * <p>Example: {@code LineChart.draw(sheet, List.of(new Series("Sensor 4", moments)))}. Up to eight lines; more are
 * better as several charts.
 */
public final class LineChart {
    private static final double TOP = 26;
    private static final double BOTTOM = 28;
    private static final double LABEL_APART = 16;
    private static final double DOT = 3.5;

    private final Sheet sheet;
    private final List<Series> series;
    private final List<Series> thin;
    private final double width;
    private final double height;
    private final Canvas canvas;
    private final double left;
    private final double right;
    private final Scale values;
    private final Scale days;

    private LineChart(Sheet sheet, List<Series> series, List<Series> thin, String kind, double width, double height) {
        this.sheet = sheet;
        this.series = series;
        this.thin = thin;
        this.width = width;
        this.height = height;
        canvas = new Canvas(sheet, kind, width, height);
        double bottom = height - BOTTOM;
        double least = DoubleStream.concat(ends(), thinValues()).min().orElse(0);
        double most = DoubleStream.concat(ends(), thinValues()).max().orElse(1);
        // A line may leave zero out where all values lie far from it; a band that reaches for zero gets it.
        values = Scale.around(least >= 0 && least < 0.6 * most ? 0 : least, most, height < 200 ? 3 : 5, bottom, TOP);
        left = 8 + Canvas.widthOf(sheet.number(values.high(), values.decimals()));
        double named =
                series.stream().mapToDouble(s -> Canvas.widthOf(s.name())).max().orElse(0);
        right = width - Math.min(width * 0.32, 12 + Math.max(named, Canvas.widthOf(sheet.value(most))));
        LocalDate first =
                moments().map(Moment::day).min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        LocalDate last =
                moments().map(Moment::day).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        days = new Scale(first.toEpochDay(), Math.max(first.toEpochDay() + 1, last.toEpochDay()), 1, left + 6, right);
    }

    public static Drawing draw(Sheet sheet, List<Series> series) {
        return drawAmong(sheet, series, List.of());
    }

    /** One line among many that are too many to be named: these are thin, without bands. */
    public static Drawing drawAmong(Sheet sheet, Series one, List<Series> many) {
        return drawAmong(sheet, List.of(one), many);
    }

    private static Drawing drawAmong(Sheet sheet, List<Series> series, List<Series> thin) {
        return new Drawing("<div class=\"chart\">"
                + new LineChart(sheet, series, thin, "wide", 640, 300).picture()
                + new LineChart(sheet, series, thin, "narrow", 340, 240).picture()
                + "</div>");
    }

    /** A picture for the width of a figure card. */
    public static Drawing drawSmall(Sheet sheet, List<Series> series) {
        return new Drawing("<div class=\"chart small-chart\">"
                + new LineChart(sheet, series, List.of(), "narrow", 260, 150).picture() + "</div>");
    }

    private String picture() {
        axes();
        for (Series one : thin) line(one, "thin");
        for (int i = 0; i < series.size(); i++) band(series.get(i), colour(i));
        for (int i = 0; i < series.size(); i++) line(series.get(i), colour(i));
        names();
        return canvas.finish();
    }

    private void axes() {
        for (double tick : values.ticks()) {
            double y = values.at(tick);
            canvas.line(tick == 0 ? "zero" : "grid", left, y, right, y);
            canvas.text("tick", left - 6, y + 4, Anchor.END, sheet.number(tick, values.decimals()));
        }
        if (!sheet.unit().isEmpty()) canvas.text("unit", 0, 12, Anchor.START, sheet.unit());
        LocalDate first = LocalDate.ofEpochDay((long) days.low());
        LocalDate last = LocalDate.ofEpochDay((long) days.high());
        boolean monthly =
                !first.equals(last) && moments().allMatch(one -> one.day().getDayOfMonth() == 1);
        for (Calendar.Tick tick : Calendar.ticks(first, last, monthly, (int) (width / 80), sheet.locale())) {
            double x = days.at(tick.day().toEpochDay());
            canvas.line("grid", x, height - BOTTOM, x, height - BOTTOM + 4);
            canvas.text("tick", x, height - 8, Anchor.MIDDLE, tick.words());
        }
    }

    // Broken where an interval is missing too: a band across it would tell of what nobody knows.
    private void band(Series one, String colour) {
        for (List<Moment> run : runs(one, Moment::hasInterval)) {
            double[] edge = new double[run.size() * 4];
            for (int i = 0; i < run.size(); i++) {
                place(edge, i, run.get(i).day(), run.get(i).high());
                place(edge, run.size() * 2 - 1 - i, run.get(i).day(), run.get(i).low());
            }
            if (run.size() == 1) edge = widened(edge);
            canvas.path("band " + colour, edge, true);
        }
    }

    /** A single moment's band: its interval, as wide as the moment's dot. */
    private static double[] widened(double[] edge) {
        double x = edge[0];
        return new double[] {x - DOT, edge[1], x + DOT, edge[1], x + DOT, edge[3], x - DOT, edge[3]};
    }

    private void line(Series one, String colour) {
        for (List<Moment> run : runs(one, Moment::told)) {
            if (run.size() == 1) {
                canvas.dot(
                        "dot " + colour,
                        x(run.getFirst().day()),
                        values.at(run.getFirst().value()),
                        colour.equals("thin") ? DOT / 2 : DOT,
                        "");
                continue;
            }
            double[] points = new double[run.size() * 2];
            for (int i = 0; i < run.size(); i++)
                place(points, i, run.get(i).day(), run.get(i).value());
            canvas.path("line " + colour, points, false);
        }
    }

    // Names stand at the line's last value, spread apart where two would meet.
    private void names() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) if (lastOf(series.get(i)) != null) order.add(i);
        order.sort(Comparator.comparingDouble(this::end));
        double[] places = Spread.apart(
                order.stream().mapToDouble(this::end).toArray(), LABEL_APART, TOP, Math.max(TOP, height - BOTTOM));
        for (int k = 0; k < places.length; k++) {
            int i = order.get(k);
            Moment last = lastOf(series.get(i));
            canvas.dot("dot " + colour(i), x(last.day()), end(i), DOT, "");
            String words = series.size() == 1 && series.get(i).name().isEmpty()
                    ? sheet.value(last.value())
                    : series.get(i).name();
            canvas.text(
                    "name " + colour(i), right + 8, places[k] + 4, Anchor.START, Canvas.fit(words, width - right - 8));
        }
    }

    /** How high the line of a series ends, in pixels from the top. */
    private double end(int i) {
        return values.at(lastOf(series.get(i)).value());
    }

    private String colour(int i) {
        return series.size() == 1 ? "one" : "c" + (i % 8 + 1);
    }

    private void place(double[] points, int i, LocalDate day, double value) {
        points[i * 2] = x(day);
        points[i * 2 + 1] = values.at(value);
    }

    private double x(LocalDate day) {
        return days.at(day.toEpochDay());
    }

    private Stream<Moment> moments() {
        return series.stream().flatMap(one -> one.moments().stream());
    }

    private DoubleStream ends() {
        return moments()
                .flatMapToDouble(m -> DoubleStream.of(m.value(), m.low(), m.high()))
                .filter(value -> !Double.isNaN(value));
    }

    private DoubleStream thinValues() {
        return thin.stream()
                .flatMap(one -> one.moments().stream())
                .mapToDouble(Moment::value)
                .filter(value -> !Double.isNaN(value));
    }

    private static List<List<Moment>> runs(Series one, Predicate<Moment> known) {
        List<List<Moment>> runs = new ArrayList<>();
        List<Moment> run = new ArrayList<>();
        for (Moment moment : one.moments()) {
            if (known.test(moment)) {
                run.add(moment);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        if (!run.isEmpty()) runs.add(run);
        return runs;
    }

    private static @Nullable Moment lastOf(Series one) {
        return one.moments().stream()
                .filter(Moment::told)
                .reduce((before, after) -> after)
                .orElse(null);
    }
}
