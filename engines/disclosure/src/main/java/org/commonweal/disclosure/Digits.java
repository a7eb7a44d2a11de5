package org.commonweal.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How finely figures about people are told: in steps of 1, 2 or 5 × a power of ten, at most half of the interval's half
 * width. Finer digits mean nothing beside the interval, and with n they would give sums sharp enough to tell one person's
 * value from the difference of two versions.
 */
final class Digits {
    private static final MathContext TWO_FIGURES = new MathContext(2, RoundingMode.HALF_EVEN);

    private Digits() {}

    static Estimate limit(Estimate exact) {
        Interval interval = exact.interval();
        if (interval == null) return new Estimate(twoFigures(exact.value()), null, exact.gap());
        if (!(interval.halfWidth() > 0)) return exact;
        BigDecimal step = stepBelow(interval.halfWidth() / 2);
        Interval limited = new Interval(
                inSteps(interval.low(), step, RoundingMode.FLOOR),
                inSteps(interval.high(), step, RoundingMode.CEILING),
                interval.method(),
                interval.coverage());
        return new Estimate(inSteps(exact.value(), step, RoundingMode.HALF_EVEN), limited, null);
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

    private static double twoFigures(double value) {
        return BigDecimal.valueOf(value).round(TWO_FIGURES).doubleValue();
    }
}
