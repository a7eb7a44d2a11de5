package org.commonweal.disclosure;

/** What withheld cells can give up so that another may grow: rows, or people. Used for one growing cell at a time. */
interface Supply {
    /** Starts anew for a cell that is to grow. */
    void begin(int growing);

    /** Whether a cell has something left to give up. */
    boolean canShrink(int cell);

    /**
     * Carries as much as it can over a way (steps as {@link Route} gives them).
     *
     * @return how much, at most what is wanted; 0 only after closing a cell of the way for the rest of this growth
     */
    int carry(int[] way, int wanted);
}
