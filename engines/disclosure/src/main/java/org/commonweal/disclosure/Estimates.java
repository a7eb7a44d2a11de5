package org.commonweal.disclosure;

import java.util.Arrays;

/** One measure of one cell's values. */
final class Estimates {
    private Estimates() {}

    /** Values in ascending order, at least one. */
    static Estimate of(Measure measure, double[] sorted, Protection protection) {
        return switch (measure.statistic()) {
            // From the rounded count: an exact interval could be inverted to the exact count.
            case COUNT -> GarwoodCount.of(protection.round(sorted.length));
            case SHARE -> WilsonShare.of(occurrences(sorted, measure.category()), sorted.length);
            case MEAN -> StudentMean.of(sorted);
            case MEDIAN -> OrderedMedian.of(sorted);
        };
    }

    private static long occurrences(double[] sorted, double category) {
        return Arrays.stream(sorted).filter(value -> value == category).count();
    }
}
