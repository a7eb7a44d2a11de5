package org.commonweal.disclosure;

import org.jspecify.annotations.Nullable;

/** A statistic before rounding, with its interval or the reason why there is none. */
record Estimate(
        double value, @Nullable Interval interval, @Nullable NoInterval gap) {
    static Estimate of(double value, Interval interval) {
        return new Estimate(value, interval, null);
    }

    static Estimate without(double value, NoInterval gap) {
        return new Estimate(value, null, gap);
    }
}
