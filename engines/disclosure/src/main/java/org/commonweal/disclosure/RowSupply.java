package org.commonweal.disclosure;

import java.util.Arrays;

/**
 * Rows: a cell can shrink to nothing and grow without end. What a way took, a later way may give back, so the ways add up
 * to a maximum flow (Ford &amp; Fulkerson 1956) and the greatest growth found is exact.
 */
final class RowSupply implements Supply {
    private final Table table;
    private final int[] change;
    private int[] touched = new int[64];
    private int touchedCount;

    RowSupply(Table table) {
        this.table = table;
        this.change = new int[table.cells()];
    }

    @Override
    public void begin(int growing) {
        for (int i = 0; i < touchedCount; i++) change[touched[i]] = 0;
        touchedCount = 0;
    }

    @Override
    public boolean canShrink(int cell) {
        return left(cell) > 0;
    }

    @Override
    public int carry(int[] way, int wanted) {
        int carried = wanted;
        for (int step : way) if (step < 0) carried = Math.min(carried, left(~step));
        for (int step : way) add(step < 0 ? ~step : step, step < 0 ? -carried : carried);
        return carried;
    }

    private int left(int cell) {
        return table.rows(cell) + change[cell];
    }

    private void add(int cell, int amount) {
        if (touchedCount == touched.length) touched = Arrays.copyOf(touched, 2 * touchedCount);
        touched[touchedCount++] = cell;
        change[cell] += amount;
    }
}
