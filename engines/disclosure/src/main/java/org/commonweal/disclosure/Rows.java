package org.commonweal.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Approved rows, column by column; row i is the i-th element of each array.
 *
 * <pre>{@code
 * Rows rows = Rows.of(new double[] {21.5, 19.0}, new long[] {7, Rows.ABSENT}, new long[] {cell, cell}, new int[] {0, 3});
 * }</pre>
 *
 * The arrays are not copied: leave them alone while a plan is in use. Give rows in a stable order, so that the same
 * input makes the same plan.
 */
public final class Rows {
    /** Stands for «no contributor key» and «no place». */
    public static final long ABSENT = Long.MIN_VALUE;
    /** Greatest value, above or below nought, of which figures can be computed: its square and sums of those stay exact enough. */
    public static final double GREATEST = 1e15;
    /** Stands for «outside every period». */
    public static final int NO_PERIOD = -1;

    final double[] values;
    final long[] contributors;
    final long[] places;
    final int[] periods;

    private Rows(double[] values, long[] contributors, long[] places, int[] periods) {
        this.values = values;
        this.contributors = contributors;
        this.places = places;
        this.periods = periods;
    }

    /**
     * Wraps four columns of equal length.
     *
     * @param values the number, the category's code, or 1 for mere presence; NaN when not answered
     * @param contributors key of who gave the row (hashed or not), or {@link #ABSENT}
     * @param places area code or H3 cell as the {@link Hierarchy} knows it, or {@link #ABSENT}
     * @param periods index of the time bucket from 0, or {@link #NO_PERIOD}
     * @throws InputException when lengths differ or a value lies beyond {@link #GREATEST}
     */
    public static Rows of(double[] values, long[] contributors, long[] places, int[] periods) {
        List<String> faults = new ArrayList<>();
        requireLength(faults, "contributors", contributors.length, values.length);
        requireLength(faults, "places", places.length, values.length);
        requireLength(faults, "periods", periods.length, values.length);
        requireFinite(faults, values);
        if (!faults.isEmpty()) throw new InputException(faults);
        return new Rows(values, contributors, places, periods);
    }

    /** {@return how many rows} */
    public int size() {
        return values.length;
    }

    private static void requireLength(List<String> faults, String column, int length, int rows) {
        if (length != rows)
            faults.add("Column ‹" + column + "› must have as many entries as ‹values› (" + rows + "), has " + length
                    + ".");
    }

    private static void requireFinite(List<String> faults, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) > GREATEST)) continue;
            faults.add("A value must be at most " + GREATEST + " above or below nought, row " + i + " is " + values[i]
                    + ". Give NaN for an answer that is missing.");
            return;
        }
    }
}
