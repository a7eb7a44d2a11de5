package org.commonweal.disclosure;

/**
 * A two-sided interval.
 *
 * <p>Submissions are self-selected: the interval describes only how a figure would vary if they were a random sample
 * ({@link Caveat#AS_IF_RANDOM_SAMPLE}).
 *
 * @param low lower bound, in the figure's unit
 * @param high upper bound, in the figure's unit
 * @param method how it was made
 * @param coverage probability it was made for, before rounding: 0.95, or what the method can reach (median)
 */
public record Interval(double low, double high, Method method, double coverage) {
    /** Coverage that intervals aim at. */
    public static final double NOMINAL_COVERAGE = 0.95;

    /** How an interval was made. */
    public enum Method {
        /** Score interval of a share, no continuity correction. */
        WILSON_SCORE("Wilson score interval (Wilson 1927), not corrected for continuity"),
        /** Mean ± t quantile × standard error. */
        STUDENT_T("Student's t interval (Student 1908)"),
        /** Two order statistics around the median; needs no distribution of the values. */
        MEDIAN_ORDER_STATISTICS("order statistics by the binomial distribution (Thompson 1936)"),
        /** Exact interval of the rate behind a count. */
        POISSON_EXACT("exact Poisson interval (Garwood 1936)");

        private final String description;

        Method(String description) {
            this.description = description;
        }

        /** {@return the method in plain English, with its source} */
        public String description() {
            return description;
        }
    }

    double halfWidth() {
        return (high - low) / 2;
    }
}
