package org.commonweal.disclosure;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statistic of one published cell.
 *
 * @param measure what it states
 * @param value the number as published, in the values' unit; a share in [0, 1]
 * @param interval its interval, rounded outward for people; null when there is none
 * @param noInterval why there is none; null when there is one
 * @param caveats what to tell beside it
 */
public record Figure(
        Measure measure,
        double value,
        @Nullable Interval interval,
        @Nullable NoInterval noInterval,
        Set<Caveat> caveats) {
    /** Copies the caveats. */
    public Figure {
        caveats = Set.copyOf(caveats);
    }
}
