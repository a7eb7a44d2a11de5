package org.commonweal.disclosure;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Median between two order statistics, r-th from below and r-th from above, without a distribution of the values
 * (Thompson, <cite>Annals of Mathematical Statistics</cite> 7 (1936) 122–128). The number of values below the true median
 * is Binomial(n, ½), so the interval misses it with probability 2 P(B ≤ r − 1).
 */
final class OrderedMedian {
    private static final double TAIL = (1 - Interval.NOMINAL_COVERAGE) / 2;

    private OrderedMedian() {}

    /** Values in ascending order, at least one. */
    static Estimate of(double[] sorted) {
        int n = sorted.length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        BinomialDistribution below = new BinomialDistribution(n, 0.5);
        int rank = rankOf(below);
        if (rank == 0) return Estimate.without(median, NoInterval.NEEDS_SIX_VALUES);
        if (sorted[0] == sorted[n - 1]) return Estimate.without(median, NoInterval.NO_SPREAD);
        double coverage = 1 - 2 * below.cumulativeProbability(rank - 1);
        Interval.Method method = Interval.Method.MEDIAN_ORDER_STATISTICS;
        return Estimate.of(median, new Interval(sorted[rank - 1], sorted[n - rank], method, coverage));
    }

    /** Greatest r with P(B ≤ r − 1) ≤ 2.5 %; 0 when there is none. */
    private static int rankOf(BinomialDistribution below) {
        int first = below.inverseCumulativeProbability(TAIL);
        return below.cumulativeProbability(first) <= TAIL ? first + 1 : first;
    }
}
