package org.commonweal.hub.evidence;

import org.commonweal.disclosure.Rows;
import org.commonweal.hub.frame.Dataset.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row as the finding counts it.
 *
 * @param value not a number where it was not answered
 * @param where null where it lies in no place of the breakdown
 * @param period index, or {@link Rows#NO_PERIOD}
 */
record PlacedRow(Row row, double value, @Nullable Where where, int period) {
    /** Whether it stands behind a figure, published or not. */
    boolean counts() {
        return !Double.isNaN(value) && where != null && period != Rows.NO_PERIOD;
    }

    PlacedRow in(int otherPeriod) {
        return new PlacedRow(row, value, where, otherPeriod);
    }
}
