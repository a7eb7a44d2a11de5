package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which cells are withheld: the unsafe ones, and those that protect them, as the audit lets pass. */
final class Suppression {
    private static final int ROUNDS = 6;

    private final Table table;
    private final Contributors contributors;
    private final Protection protection;
    private final boolean[] unsafe;
    private final boolean[] withheld;
    private final int[] rowsNeeded;
    private int rounds;
    private boolean passed;

    private Suppression(Table table, Contributors contributors, Protection protection) {
        this.table = table;
        this.contributors = contributors;
        this.protection = protection;
        this.unsafe = new boolean[table.cells()];
        this.rowsNeeded = new int[table.cells()];
        for (int cell = 0; cell < unsafe.length; cell++) {
            unsafe[cell] = contributors.findObjection(cell).isPresent();
            if (unsafe[cell]) rowsNeeded[cell] = rowsNeeded(cell);
        }
        this.withheld = unsafe.clone();
    }

    static Suppression of(Table table, Contributors contributors, Protection protection) {
        Suppression suppression = new Suppression(table, contributors, protection);
        suppression.settle();
        return suppression;
    }

    boolean isWithheld(int cell) {
        return withheld[cell];
    }

    boolean isUnsafe(int cell) {
        return unsafe[cell];
    }

    /** Whether the last audit found nothing; if not, nothing may be published. */
    boolean isPassed() {
        return passed;
    }

    /** How often it was planned and audited. */
    int rounds() {
        return rounds;
    }

    private void settle() {
        int[] order = unsafeInOrder();
        Protector protector = new Protector(table, contributors, protection.k(), withheld);
        Audit audit = new Audit(table, contributors, withheld, unsafe);
        while (!passed && rounds++ < ROUNDS) {
            for (int cell : order) protector.protect(cell, rowsNeeded[cell]);
            int[] bound = audit.listBound(protector, rowsNeeded);
            List<int[]> givenAway = audit.listGivenAway();
            passed = bound.length == 0 && givenAway.isEmpty();
            givenAway.forEach(this::askMore);
            if (rounds == ROUNDS - 1) unbind(protector, bound, givenAway);
        }
    }

    /** The neediest first: their ways then serve the others. */
    private int[] unsafeInOrder() {
        return IntStream.range(0, unsafe.length)
                .filter(cell -> unsafe[cell])
                .boxed()
                .sorted(Comparator.comparingInt(contributors::count).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** k rows above the true count, and as many as it takes for the one who gave most to fall to the allowed share. */
    private int rowsNeeded(int cell) {
        int diluted = diluted(contributors.crowdOf(cell).rowsOfGreatest());
        return Math.max(protection.k(), diluted - table.rows(cell));
    }

    /** As many rows as make every row of the one who dominates a group, wherever it stands, an allowed share. */
    private void askMore(int[] group) {
        int offender = contributors.crowdOf(group).greatest();
        int diluted = diluted(contributors.given(table.grandTotal(), offender));
        for (int cell : group) if (unsafe[cell]) rowsNeeded[cell] = Math.max(rowsNeeded[cell], diluted);
    }

    private int diluted(int rowsOfOne) {
        return (int) Math.min(Integer.MAX_VALUE / 2, Math.ceil(rowsOfOne / protection.greatestShare()));
    }

    private void unbind(Protector protector, int[] bound, List<int[]> givenAway) {
        for (int cell : bound) protector.unbind(cell);
        for (int[] group : givenAway)
            Arrays.stream(group).filter(cell -> unsafe[cell]).forEach(protector::unbind);
    }
}
