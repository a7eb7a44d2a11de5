package org.commonweal.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How finely figures about people are told: in steps of 1, 2 or 5 × a power of ten, at most half of the interval's half
 * width. Finer digits mean nothing beside the interval, and with n they would give sums sharp enough to tell one person's
 * value from the difference of two versions.
 */
final class Digits {
    /** Without a width to go by, steps of at most a twentieth of the value: about two figures. */
    private static final double PART_OF_VALUE = 0.05;

    private Digits() {}

    static Estimate limit(Estimate exact) {
        double limit = limitOf(exact);
        if (limit == 0) return exact;
        double value = inSteps(exact.value(), stepBelow(limit), RoundingMode.HALF_EVEN);
        return new Estimate(value, limitInterval(exact).interval(), exact.gap());
    }

    /** Leaves the value as it is. */
    static Estimate limitInterval(Estimate exact) {
        Interval interval = exact.interval();
        double limit = limitOf(exact);
        if (limit == 0 || interval == null) return exact;
        return new Estimate(exact.value(), outward(interval, stepBelow(limit)), exact.gap());
    }

    private static double limitOf(Estimate exact) {
        Interval interval = exact.interval();
        double width = interval == null ? 0 : interval.halfWidth() / 2;
        return width > 0 ? width : Math.abs(exact.value()) * PART_OF_VALUE;
    }

    private static Interval outward(Interval interval, BigDecimal step) {
        double low = inSteps(interval.low(), step, RoundingMode.FLOOR);
        double high = inSteps(interval.high(), step, RoundingMode.CEILING);
        return new Interval(low, high, interval.method(), interval.coverage());
    }

    /** Greatest 1, 2 or 5 × 10^i that is not above the limit. */
    static BigDecimal stepBelow(double limit) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(limit)));
        for (int digit : new int[] {5, 2}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(digit));
            if (step.doubleValue() <= limit) return step;
        }
        return power;
    }

    private static double inSteps(double value, BigDecimal step, RoundingMode mode) {
        return BigDecimal.valueOf(value).divide(step, 0, mode).multiply(step).doubleValue();
    }
}
