package org.commonweal.disclosure;

/** What withheld cells can give up so that another may grow: rows, or people. */
interface Supply {
    /** Whether a cell has something left to give up. */
    boolean canShrink(int cell);

    /**
     * Carries as much as it can over a way (steps as {@link Route} gives them) and adds it to the growing cell.
     *
     * @return how much, at most what is wanted; 0 only after closing a cell of the way for the rest of this growth
     */
    int carry(int growing, int[] way, int wanted);
}
