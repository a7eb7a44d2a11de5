package org.commonweal.hub.frame.drawing;

import java.time.LocalDate;

/**
 * A value at a time, with the ends of its interval.
 *
 * @param value not a number where it is withheld or there is none; then the line has a gap
 * @param low not a number where no interval is known
 */
public record Moment(LocalDate day, double value, double low, double high) {
    public static Moment of(LocalDate day, double value) {
        return new Moment(day, value, Double.NaN, Double.NaN);
    }

    boolean told() {
        return !Double.isNaN(value);
    }

    boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
