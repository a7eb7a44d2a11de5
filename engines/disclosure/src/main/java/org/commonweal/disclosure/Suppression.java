package org.commonweal.disclosure;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which cells are withheld: the unsafe ones, and those that protect them, until the audit passes. */
final class Suppression {
    private static final int ROUNDS = 4;

    private final Table table;
    private final Contributors contributors;
    private final boolean[] unsafe;
    private final boolean[] withheld;
    private final int[] order;
    private final Dominance dominance;
    private final Protector planner;
    private final Protector checker;
    private int rounds;
    private boolean passed;

    private Suppression(Table table, Contributors contributors, Protection protection) {
        this.table = table;
        this.contributors = contributors;
        this.unsafe = new boolean[table.cells()];
        for (int cell = 0; cell < unsafe.length; cell++)
            unsafe[cell] = contributors.findObjection(cell).isPresent();
        this.withheld = unsafe.clone();
        this.order = unsafeInOrder();
        this.dominance = new Dominance(table, contributors, protection.greatestShare(), unsafe);
        this.planner = new Protector(table, contributors, protection.k(), withheld, true);
        this.checker = new Protector(table, contributors, protection.k(), withheld, false);
    }

    static Suppression of(Table table, Contributors contributors, Protection protection) {
        Suppression suppression = new Suppression(table, contributors, protection);
        while (!suppression.passed && suppression.rounds < ROUNDS) suppression.settle();
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
        rounds++;
        for (int cell : order) planner.protect(cell);
        for (int offender : dominance.listOffenders()) {
            dominance.select(offender);
            planner.dilute(dominance);
        }
        int[] bound = IntStream.of(order).filter(cell -> !checker.protect(cell)).toArray();
        passed = bound.length == 0 && isDiluted() && new Audit(table, contributors, this).passes();
        // Ways are cheapest, not most thrifty with people, so what later cells withheld can lead a check astray.
        for (int cell : bound) planner.unbind(cell);
    }

    private boolean isDiluted() {
        return IntStream.of(dominance.listOffenders()).allMatch(offender -> {
            dominance.select(offender);
            return checker.dilute(dominance);
        });
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
}
