package org.commonweal.disclosure;

/**
 * Where a cell stands in the table.
 *
 * @param place the place's key, or {@link Rows#ABSENT} for everywhere
 * @param level index of the place's level in the hierarchy, or {@link #EVERYWHERE}
 * @param period index of the period, or {@link #WHOLE_PERIOD}
 */
public record Spot(long place, int level, int period) {
    /** Level of the total over all places. */
    public static final int EVERYWHERE = -1;
    /** Period of the total over all periods. */
    public static final int WHOLE_PERIOD = -1;
}
