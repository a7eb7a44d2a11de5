package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns the cells that may be published into figures. */
final class Publisher {
    private final Rows rows;
    private final Request request;
    private final Table table;
    private final Contributors contributors;
    private final Suppression suppression;

    Publisher(Rows rows, Request request, Table table, Contributors contributors, Suppression suppression) {
        this.rows = rows;
        this.request = request;
        this.table = table;
        this.contributors = contributors;
        this.suppression = suppression;
    }

    /** Places from fine to coarse, in each the periods in order and last the whole period. */
    List<Cell> listCells() {
        boolean[] places = new boolean[table.tree.size()];
        boolean[] columns = new boolean[table.columns];
        for (int cell = 0; cell < table.cells(); cell++) {
            if (!isPublished(cell)) continue;
            places[table.nodeOf(cell)] = true;
            columns[table.columnOf(cell)] = true;
        }
        return IntStream.range(0, table.cells())
                .filter(cell -> isPublished(cell) || suppression.isWithheld(cell))
                .filter(cell -> places[table.nodeOf(cell)] && columns[table.columnOf(cell)])
                .mapToObj(this::cellAt)
                .toList();
    }

    boolean isPublished(int cell) {
        return table.rows(cell) > 0 && !suppression.isWithheld(cell);
    }

    private Cell cellAt(int cell) {
        Spot spot = table.spotOf(cell);
        if (suppression.isWithheld(cell)) return new Cell.Withheld(spot);
        double[] values = valuesOf(cell);
        boolean repeated = contributors.count(cell) < values.length;
        List<Figure> figures = request.measures().stream()
                .map(measure -> figure(measure, values, repeated))
                .toList();
        return new Cell.Published(spot, request.protection().round(values.length), figures);
    }

    private Figure figure(Measure measure, double[] sorted, boolean repeated) {
        Protection protection = request.protection();
        Estimate exact = Estimates.of(measure, sorted, protection);
        boolean isCount = measure.statistic() == Measure.Statistic.COUNT;
        Estimate told = protection.isPeople() ? limited(exact, isCount) : exact;
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (told.interval() != null) caveats.add(Caveat.AS_IF_RANDOM_SAMPLE);
        if (told.interval() != null && repeated) caveats.add(Caveat.REPEATED_CONTRIBUTORS);
        if (isCount) caveats.add(Caveat.COUNT_IS_COMPLETE);
        if (!isCount && protection.isPeople() && sorted[0] == sorted[sorted.length - 1]) caveats.add(Caveat.UNANIMOUS);
        return new Figure(measure, told.value(), told.interval(), told.gap(), caveats);
    }

    // A count is n, which is rounded already: steps of another size would tell two counts of the same rows.
    private static Estimate limited(Estimate exact, boolean isCount) {
        return isCount ? Digits.limitInterval(exact) : Digits.limit(exact);
    }

    private double[] valuesOf(int cell) {
        double[] values = new double[table.rows(cell)];
        for (int i = 0; i < values.length; i++) values[i] = rows.values[table.row(cell, i)];
        Arrays.sort(values);
        return values;
    }
}
