package org.commonweal.hub.frame.drawing;

/**
 * A named value with the ends of its interval.
 *
 * @param value not a number where it is withheld; then the word for that stands in its place
 * @param low not a number where no interval is known
 */
public record Bar(String label, double value, double low, double high) {
    public static Bar of(String label, double value) {
        return new Bar(label, value, Double.NaN, Double.NaN);
    }

    boolean told() {
        return !Double.isNaN(value);
    }

    boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
