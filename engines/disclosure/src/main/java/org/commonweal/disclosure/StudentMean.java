package org.commonweal.disclosure;

import org.hipparchus.distribution.continuous.TDistribution;

/** Mean with Student's t interval (Student, <cite>Biometrika</cite> 6 (1908) 1–25). */
final class StudentMean {
    private static final double UPPER = 0.975;

    private StudentMean() {}

    static Estimate of(double[] values) {
        int n = values.length;
        double mean = mean(values);
        if (n < 2) return Estimate.without(mean, NoInterval.NEEDS_TWO_VALUES);
        double squares = 0;
        for (double value : values) squares += (value - mean) * (value - mean);
        if (squares == 0) return Estimate.without(mean, NoInterval.NO_SPREAD);
        double standardError = Math.sqrt(squares / (n - 1) / n);
        double reach = new TDistribution(n - 1).inverseCumulativeProbability(UPPER) * standardError;
        return Estimate.of(
                mean, new Interval(mean - reach, mean + reach, Interval.Method.STUDENT_T, Interval.NOMINAL_COVERAGE));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        double mean = sum / values.length;
        // A second pass takes out what the first lost in rounding; equal values then give exactly their value.
        double rest = 0;
        for (double value : values) rest += value - mean;
        return mean + rest / values.length;
    }
}
