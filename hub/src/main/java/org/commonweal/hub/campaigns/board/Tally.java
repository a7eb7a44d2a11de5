package org.commonweal.hub.campaigns.board;

import java.util.List;

/**
 * What may be told of the reports of a campaign while they come in.
 *
 * @param reports all that were neither rejected nor withdrawn
 * @param waiting those of them that nobody has looked at yet
 * @param people whether people stand behind the reports, so that the number is never told exactly: who asks again after
 *     one report more, or takes the cells from the whole, would see the single one
 * @param cells where they come from, coarse
 */
record Tally(long reports, long waiting, boolean people, List<Cell> cells) {
    /** The step in which counts are told, and the fewest reports of things that a cell of the map stands for. */
    static final int STEP = 5;

    /**
     * An area with reports.
     *
     * @param ring longitude, latitude, longitude, latitude … in degrees
     * @param number in steps of five
     */
    record Cell(double[] ring, long number) {}

    /** The number to show: of people rounded down always, of things while any report waits for review. */
    long shown() {
        return isRounded() ? roundedDown(reports) : reports;
    }

    boolean isRounded() {
        return people || waiting > 0;
    }

    static long roundedDown(long number) {
        return number / STEP * STEP;
    }
}
