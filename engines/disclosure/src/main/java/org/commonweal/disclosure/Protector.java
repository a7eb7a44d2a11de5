package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.Optional;

/** Makes, or only looks for, the ways that let unsafe cells be thought greater than they are. */
final class Protector {
    /** Walking over what is withheld already costs next to nothing, yet short ways spend fewer contributors. */
    private static final int WITHHELD_PRICE = Route.LEAST;

    private static final int EMPTY_PRICE = 8;
    private static final int UNIT_PRICE = 64;
    private static final double LOG_OF_TWO = StrictMath.log(2);
    /** A total is dear: four times for each step that it sums up. Bounded, so that the prices of a way add up. */
    private static final int DOUBLINGS_PER_TOTAL = 2;

    private static final int MOST_DOUBLINGS = 12;

    private final Table table;
    private final Contributors contributors;
    private final int k;
    private final int rowsOfDoubt;
    private final boolean[] withheld;
    private final boolean mayWithhold;
    private final int[] prices;
    private final Route route;
    private final RowSupply rows;
    private final PeopleSupply people;
    /** Cells of the ways found since the last call of {@link #takeWays}. */
    private int[] walked = new int[64];

    private int walkedCount;

    /** With {@code mayWithhold} it withholds what the ways need; else it only looks among what is withheld. */
    Protector(Table table, Contributors contributors, Protection protection, boolean[] withheld, boolean mayWithhold) {
        this.table = table;
        this.contributors = contributors;
        this.k = protection.k();
        this.rowsOfDoubt = protection.rowsOfDoubt();
        this.withheld = withheld;
        this.mayWithhold = mayWithhold;
        this.prices = new int[table.cells()];
        for (int cell = 0; cell < prices.length; cell++) prices[cell] = priceOf(cell);
        this.route = new Route(new Network(table));
        this.rows = new RowSupply(table.cells());
        this.people = new PeopleSupply(contributors, table.cells());
    }

    /** Whether every isolated group with the cell has k people, and the cell may be thought greater by the rows of doubt. */
    boolean protect(int cell) {
        people.begin(cell);
        if (!grow(cell, people, k - contributors.count(cell))) return false;
        rows.begin(table::rows);
        return grow(cell, rows, rowsOfDoubt);
    }

    /** Whether no isolated group is dominated by the contributor selected. */
    boolean dilute(Dominance dominance) {
        rows.begin(dominance::spare);
        for (int cell : dominance.listShort()) if (!grow(cell, rows, -rows.left(cell))) return false;
        return true;
    }

    /** Lets the cell grow with every total above it, up to the grand total: the last resort, always possible. */
    void unbind(int cell) {
        rows.begin(any -> 0);
        grow(cell, rows, 1);
    }

    private boolean grow(int cell, Supply supply, int needed) {
        Route.Toll toll = (over, grows) -> toll(over, grows, supply);
        for (int left = needed; left > 0; ) {
            Optional<int[]> way = route.find(cell, toll);
            if (way.isEmpty()) return false;
            int carried = supply.carry(cell, way.get(), left);
            if (carried > 0 && mayWithhold) withhold(way.get());
            if (carried > 0) note(way.get());
            left -= carried;
        }
        return true;
    }

    /** The cells that the ways found since the last call go over: while all of them are withheld, the ways stand. */
    int[] takeWays() {
        int[] ways = Arrays.copyOf(walked, walkedCount);
        walkedCount = 0;
        Arrays.sort(ways);
        return ways;
    }

    private void note(int[] way) {
        if (mayWithhold) return;
        if (walkedCount + way.length > walked.length) walked = Arrays.copyOf(walked, 2 * (walkedCount + way.length));
        for (int step : way) walked[walkedCount++] = step < 0 ? ~step : step;
    }

    private int toll(int cell, boolean grows, Supply supply) {
        if (!withheld[cell] && !mayWithhold) return Route.CLOSED;
        if (!grows && !supply.canShrink(cell)) return Route.CLOSED;
        return withheld[cell] ? WITHHELD_PRICE : prices[cell];
    }

    private void withhold(int[] way) {
        for (int step : way) withheld[step < 0 ? ~step : step] = true;
    }

    /** What the public loses with a cell: the logarithm of its rows, more for totals; almost nothing where nobody is. */
    int priceOf(int cell) {
        if (table.rows(cell) == 0) return EMPTY_PRICE;
        // Strict: the same table must be cut in the same way on every machine.
        int price = (int) Math.round(UNIT_PRICE * StrictMath.log(1.0 + table.rows(cell)) / LOG_OF_TWO);
        int totals = table.tree.heightOf(table.nodeOf(cell)) + (table.columnOf(cell) == table.whole() ? 1 : 0);
        return price << Math.min(MOST_DOUBLINGS, DOUBLINGS_PER_TOTAL * totals);
    }
}
