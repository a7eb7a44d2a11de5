package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Rows: a cell can shrink by what it can spare and grow without end. What a way took, a later way may give back, so the
 * ways add up to a maximum flow (Ford &amp; Fulkerson 1956) and the answer is exact.
 */
final class RowSupply implements Supply {
    private final int[] change;
    private int[] touched = new int[64];
    private int touchedCount;
    private IntUnaryOperator spare = cell -> 0;

    RowSupply(int cells) {
        this.change = new int[cells];
    }

    /** Starts anew: what each cell can spare; negative when it is itself short of rows. */
    void begin(IntUnaryOperator spareOfCell) {
        for (int i = 0; i < touchedCount; i++) change[touched[i]] = 0;
        touchedCount = 0;
        spare = spareOfCell;
    }

    /** What a cell can still spare. */
    int left(int cell) {
        return spare.applyAsInt(cell) + change[cell];
    }

    @Override
    public boolean canShrink(int cell) {
        return left(cell) > 0;
    }

    @Override
    public int carry(int growing, int[] way, int wanted) {
        int carried = wanted;
        for (int step : way) if (step < 0) carried = Math.min(carried, left(~step));
        for (int step : way) add(step < 0 ? ~step : step, step < 0 ? -carried : carried);
        add(growing, carried);
        return carried;
    }

    private void add(int cell, int amount) {
        if (touchedCount == touched.length) touched = Arrays.copyOf(touched, 2 * touchedCount);
        touched[touchedCount++] = cell;
        change[cell] += amount;
    }
}
