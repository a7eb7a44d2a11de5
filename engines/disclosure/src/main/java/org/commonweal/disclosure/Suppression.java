package org.commonweal.disclosure;

import java.util.Arrays;
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
    private final Claims claims;
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
        this.planner = new Protector(table, contributors, protection, withheld, true);
        this.checker = new Protector(table, contributors, protection, withheld, false);
        this.claims = new Claims(checker, dominance, new Audit(table, contributors, this), order, unsafe.length);
    }

    static Suppression of(Table table, Contributors contributors, Protection protection) {
        Suppression suppression = new Suppression(table, contributors, protection);
        for (int round = 0; round < ROUNDS && !suppression.passed; round++) suppression.settle();
        if (suppression.passed) suppression.better(suppression::republish);
        if (suppression.passed) suppression.better(suppression::search);
        if (suppression.isNothingLeft() && !suppression.unsafe[table.grandTotal()]) suppression.keepGrandTotalAlone();
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

    private void settle() {
        for (int cell : order) planner.protect(cell);
        for (int offender : dominance.listOffenders()) {
            dominance.select(offender);
            planner.dilute(dominance);
        }
        passed = claims.hold();
        if (passed) return;
        // Ways are cheapest, not most thrifty with people, so what later cells withheld can lead a check astray.
        for (int cell : order) if (!checker.protect(cell)) planner.unbind(cell);
    }

    /**
     * Step by step only those claims were asked again whose ways a cell lay on. Here all are, of the pattern as it is at
     * last; one that fails gives way to the one before, which held.
     */
    private void better(Runnable improvement) {
        boolean[] held = withheld.clone();
        improvement.run();
        if (!claims.hold()) System.arraycopy(held, 0, withheld, 0, held.length);
    }

    /** Whether all claims hold of the pattern, each asked anew. */
    boolean holds() {
        return claims.hold();
    }

    /** Gives back cells that later ones made needless, the dearest first. */
    private void republish() {
        for (int cell : protecting()) {
            withheld[cell] = false;
            withheld[cell] = !claims.holdWithout(cell);
        }
    }

    private void search() {
        if (order.length == 0) return;
        int[] safe = dearestFirst(IntStream.range(0, withheld.length).filter(cell -> !unsafe[cell]));
        long[] prices = IntStream.of(safe).mapToLong(planner::priceOf).toArray();
        new LeastLoss(withheld, safe, prices, claims::holdWithout).improve();
    }

    /** Cells withheld though safe, those first with which most is lost. */
    private int[] protecting() {
        return dearestFirst(IntStream.range(0, withheld.length).filter(cell -> withheld[cell] && !unsafe[cell]));
    }

    private int[] dearestFirst(IntStream cells) {
        return cells.boxed()
                .sorted(Comparator.comparingInt(planner::priceOf).reversed().thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean isNothingLeft() {
        return table.rows(table.grandTotal()) > 0
                && IntStream.range(0, withheld.length).noneMatch(cell -> table.rows(cell) > 0 && !withheld[cell]);
    }

    /**
     * A grand total that is safe itself may stand alone: every sum that follows from it is a multiple of it and so holds
     * everybody, and every cell may be anything from nought to the total. The certificate for people is too strict to
     * see that in tables of a few dozen people.
     */
    private void keepGrandTotalAlone() {
        Arrays.fill(withheld, true);
        withheld[table.grandTotal()] = false;
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
