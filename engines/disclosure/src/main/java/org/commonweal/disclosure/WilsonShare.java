package org.commonweal.disclosure;

/**
 * Share with its score interval (Wilson, <cite>JASA</cite> 22 (1927) 209–212; Newcombe, <cite>Statistics in
 * Medicine</cite> 17 (1998) 857–872, method 3).
 */
final class WilsonShare {
    /** Standard normal quantile of 0.975. */
    private static final double Z = 1.959963984540054;

    private WilsonShare() {}

    /** {@code yes} of {@code n} rows, n at least 1. */
    static Estimate of(long yes, long n) {
        double share = (double) yes / n;
        double z2 = Z * Z;
        double centre = (yes + z2 / 2) / (n + z2);
        double reach = Z / (n + z2) * Math.sqrt((double) yes * (n - yes) / n + z2 / 4);
        // The formula gives exactly 0 and 1 at the ends; floating point would miss them by an ulp.
        double low = yes == 0 ? 0 : centre - reach;
        double high = yes == n ? 1 : centre + reach;
        return Estimate.of(share, new Interval(low, high, Interval.Method.WILSON_SCORE, Interval.NOMINAL_COVERAGE));
    }
}
