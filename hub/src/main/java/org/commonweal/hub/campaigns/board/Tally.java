package org.commonweal.hub.campaigns.board;

import java.util.List;

/**
 * What may be told of the reports of a campaign while they come in.
 *
 * @param reports all that were neither rejected nor withdrawn
 * @param waiting those of them that nobody has looked at yet
 * @param cells where they come from, coarse
 */
record Tally(long reports, long waiting, List<Cell> cells) {
    /** The step in which counts are told, and the fewest that a cell of the map stands for. */
    static final int STEP = 5;

    /**
     * An area with reports.
     *
     * @param ring longitude, latitude, longitude, latitude … in degrees
     * @param number in steps of five
     */
    record Cell(double[] ring, long number) {}

    /** The number to show: rounded down while any report waits for review, so that nobody sees the single one arrive. */
    long shown() {
        return waiting > 0 ? roundedDown(reports) : reports;
    }

    boolean isRounded() {
        return waiting > 0;
    }

    static long roundedDown(long number) {
        return number / STEP * STEP;
    }
}
