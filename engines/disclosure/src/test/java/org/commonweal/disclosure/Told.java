package org.commonweal.disclosure;

import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** One cell's figures as text: value, interval, method and coverage or the reason why there is none, caveats. */
final class Told {
    private Told() {}

    /** What is told of values in one cell, each given by somebody else. */
    static String of(Request ask, double... values) {
        return of(ask, values, LongStream.range(0, values.length).toArray());
    }

    static String of(Request ask, double[] values, long[] contributors) {
        Rows rows = Rows.of(values, contributors, new long[values.length], new int[values.length]);
        Cell.Published cell =
                (Cell.Published) Disclosure.plan(rows, ask).publish().getFirst();
        return "n = " + cell.n() + "\n"
                + cell.figures().stream().map(Told::line).collect(Collectors.joining("\n", "", "\n"));
    }

    static double[] numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).asDoubleStream().toArray();
    }

    private static String line(Figure figure) {
        return figure.measure().statistic() + " " + number(figure.value()) + " " + interval(figure) + " "
                + new TreeSet<>(figure.caveats());
    }

    private static String interval(Figure figure) {
        Interval interval = figure.interval();
        if (interval == null) return String.valueOf(figure.noInterval());
        return String.format(
                Locale.ROOT,
                "[%s, %s] %s %.3f",
                number(interval.low()),
                number(interval.high()),
                interval.method(),
                interval.coverage());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceAll("\\.?0+$", "");
    }
}
