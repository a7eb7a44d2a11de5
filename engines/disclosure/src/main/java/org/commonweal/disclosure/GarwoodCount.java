package org.commonweal.disclosure;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Count with the exact interval of its Poisson rate: half a chi-squared quantile with 2n degrees of freedom below, 2n + 2
 * above (Garwood, <cite>Biometrika</cite> 28 (1936) 437–442).
 */
final class GarwoodCount {
    private static final double TAIL = (1 - Interval.NOMINAL_COVERAGE) / 2;

    private GarwoodCount() {}

    static Estimate of(long n) {
        double low = n == 0 ? 0 : quantile(2 * n, TAIL) / 2;
        double high = quantile(2 * n + 2, 1 - TAIL) / 2;
        return Estimate.of(n, new Interval(low, high, Interval.Method.POISSON_EXACT, Interval.NOMINAL_COVERAGE));
    }

    private static double quantile(long degreesOfFreedom, double probability) {
        return new ChiSquaredDistribution(degreesOfFreedom).inverseCumulativeProbability(probability);
    }
}
