package org.commonweal.disclosure;

import java.util.Optional;

/** Makes, or checks, the ways that let an unsafe cell be thought greater than it is. */
final class Protector {
    /** Walking over what is withheld already costs next to nothing, yet short ways spend fewer contributors. */
    private static final int WITHHELD_PRICE = Route.LEAST;

    private static final int EMPTY_PRICE = 8;
    private static final int UNIT_PRICE = 64;
    private static final int TOTAL_FACTOR = 4;

    private final Table table;
    private final Contributors contributors;
    private final int k;
    private final boolean[] withheld;
    private final int[] prices;
    private final Route route;
    private final Supply rows;
    private final Supply people;

    Protector(Table table, Contributors contributors, int k, boolean[] withheld) {
        this.table = table;
        this.contributors = contributors;
        this.k = k;
        this.withheld = withheld;
        this.prices = new int[table.cells()];
        for (int cell = 0; cell < prices.length; cell++) prices[cell] = priceOf(cell);
        this.route = new Route(new Network(table));
        this.rows = new RowSupply(table);
        this.people = new PeopleSupply(contributors, table.cells());
    }

    /** Withholds what an unsafe cell needs: ways for the missing people, then for the rows. */
    void protect(int cell, int rowsNeeded) {
        secure(cell, people, k - contributors.count(cell), true);
        secure(cell, rows, rowsNeeded, true);
    }

    /** Withholds totals up to the grand total, until nothing bounds the cell. The last resort: always possible. */
    void unbind(int cell) {
        secure(cell, new Nothing(), 1, true);
    }

    /** Whether what is withheld protects a cell. */
    boolean isProtected(int cell, int rowsNeeded) {
        return secure(cell, people, k - contributors.count(cell), false) && secure(cell, rows, rowsNeeded, false);
    }

    private boolean secure(int cell, Supply supply, int needed, boolean mayWithhold) {
        supply.begin(cell);
        Route.Toll toll = (over, grows) -> toll(over, grows, supply, mayWithhold);
        for (int left = needed; left > 0; ) {
            Optional<int[]> way = route.find(cell, toll);
            if (way.isEmpty()) return false;
            int carried = supply.carry(way.get(), left);
            if (carried > 0 && mayWithhold) withhold(way.get());
            left -= carried;
        }
        return true;
    }

    private int toll(int cell, boolean grows, Supply supply, boolean mayWithhold) {
        if (!withheld[cell] && !mayWithhold) return Route.CLOSED;
        if (!grows && !supply.canShrink(cell)) return Route.CLOSED;
        return withheld[cell] ? WITHHELD_PRICE : prices[cell];
    }

    private void withhold(int[] way) {
        for (int step : way) withheld[step < 0 ? ~step : step] = true;
    }

    /** What the public loses with a cell: the logarithm of its rows, more for totals; almost nothing where nobody is. */
    private int priceOf(int cell) {
        if (table.rows(cell) == 0) return EMPTY_PRICE;
        int price = UNIT_PRICE * (Integer.SIZE - Integer.numberOfLeadingZeros(table.rows(cell)));
        if (table.nodeOf(cell) >= table.tree.leaves()) price *= TOTAL_FACTOR;
        return table.columnOf(cell) == table.whole() ? price * TOTAL_FACTOR : price;
    }

    /** Gives up nothing, so that only ways on which every cell grows are open. */
    private static final class Nothing implements Supply {
        @Override
        public void begin(int growing) {}

        @Override
        public boolean canShrink(int cell) {
            return false;
        }

        @Override
        public int carry(int[] way, int wanted) {
            return wanted;
        }
    }
}
