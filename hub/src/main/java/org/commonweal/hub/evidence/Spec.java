package org.commonweal.hub.evidence;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the data: one statistic of one variable over places and periods.
 *
 * <p>Example: the monthly mean of {@code pm25} by sensor is {@code new Spec("pm25", MEAN, "", "", null,
 * Areas.of("subject"), MONTH, null, null, "")}.
 *
 * @param variable its name, "" for the answered forms themselves (count only)
 * @param option for a share of a choice: the option's name
 * @param comparison for a share of a number: {@code ge}, {@code gt}, {@code le} or {@code lt} the limit
 * @param from first day that counts, in the source's zone; null for no bound
 * @param until last day that counts
 * @param clock the question whose answer is a row's time; "" for when it was answered, as in specs kept before there was this
 */
public record Spec(
        String variable,
        Statistic statistic,
        String option,
        String comparison,
        @Nullable Double limit,
        Areas areas,
        Times times,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String clock) {
    public Spec {
        clock = Objects.requireNonNullElse(clock, "");
    }

    /** Whether both break down into the same cells, so that figures can be compared one by one. */
    boolean sameGrid(Areas otherAreas, Document.Period other) {
        return areas.equals(otherAreas) && times == other.times() && clock.equals(other.clock());
    }

    Spec over(Times other) {
        return new Spec(variable, statistic, option, comparison, limit, areas, other, from, until, clock);
    }
}
