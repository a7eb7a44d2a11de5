package org.commonweal.disclosure;

/**
 * What is stated of a cell.
 *
 * @param statistic how values become one number
 * @param category for a share: the value that counts as «yes»; NaN otherwise
 */
public record Measure(Statistic statistic, double category) {
    /** How values become one number. */
    public enum Statistic {
        /** Rows that have a value. */
        COUNT,
        /** Part of the rows whose value equals the category. */
        SHARE,
        /** Arithmetic mean. */
        MEAN,
        /** Middle value, or the mean of the two middle ones. */
        MEDIAN
    }

    /** {@return number of rows that have a value} */
    public static Measure count() {
        return new Measure(Statistic.COUNT, Double.NaN);
    }

    /**
     * Share of one category. Of a condition: give 1 where it holds, 0 where not, NaN where not asked, and category 1.
     *
     * @param category code of the category, as in the values
     * @return the measure
     */
    public static Measure share(double category) {
        return new Measure(Statistic.SHARE, category);
    }

    /** {@return arithmetic mean} */
    public static Measure mean() {
        return new Measure(Statistic.MEAN, Double.NaN);
    }

    /** {@return median} */
    public static Measure median() {
        return new Measure(Statistic.MEDIAN, Double.NaN);
    }
}
