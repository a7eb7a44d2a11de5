package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What must hold of a pattern, each with the ways that showed it: that an unsafe cell is protected, that a contributor
 * dominates no isolated group. A claim stands as long as every cell of its ways is withheld, so that publishing a cell
 * asks again only for the claims whose ways go over it.
 *
 * <p>Tried: asking all of them for each cell that might be given back; at 50,000 rows in 20 places and 50 weeks that was
 * nine tenths of the plan.
 */
final class Claims {
    private final Protector checker;
    private final Dominance dominance;
    private final Audit audit;
    private final int[] unsafe;
    private final int[] offenders;
    private final int[][] ways;
    /** Claims whose ways go, or went, over a cell. */
    private final int[][] over;

    private final int[] overCount;

    Claims(Protector checker, Dominance dominance, Audit audit, int[] unsafe, int cells) {
        this.checker = checker;
        this.dominance = dominance;
        this.audit = audit;
        this.unsafe = unsafe;
        this.offenders = dominance.listOffenders();
        this.ways = new int[unsafe.length + offenders.length][];
        this.over = new int[cells][];
        this.overCount = new int[cells];
    }

    /** Whether all claims hold of the cells that are withheld now. */
    boolean hold() {
        for (int claim = 0; claim < ways.length; claim++) {
            if (!holds(claim)) return false;
            put(claim, checker.takeWays());
        }
        return audit.passes();
    }

    /** Whether all claims, which held, still hold now that one cell is no longer withheld; else they stay as they were. */
    boolean holdWithout(int cell) {
        if (!audit.passesAround(cell)) return false;
        int[] asked = affected(cell);
        int[][] found = new int[asked.length][];
        for (int i = 0; i < asked.length; i++) {
            if (!holds(asked[i])) return false;
            found[i] = checker.takeWays();
        }
        for (int i = 0; i < asked.length; i++) put(asked[i], found[i]);
        return true;
    }

    private boolean holds(int claim) {
        checker.takeWays();
        if (claim < unsafe.length) return checker.protect(unsafe[claim]);
        dominance.select(offenders[claim - unsafe.length]);
        return checker.dilute(dominance);
    }

    private int[] affected(int cell) {
        return IntStream.range(0, overCount[cell])
                .map(i -> over[cell][i])
                .filter(claim -> Arrays.binarySearch(ways[claim], cell) >= 0)
                .distinct()
                .toArray();
    }

    private void put(int claim, int[] found) {
        ways[claim] = found;
        for (int i = 0; i < found.length; i++) {
            if (i > 0 && found[i] == found[i - 1]) continue;
            int cell = found[i];
            int[] there = over[cell] == null ? new int[4] : over[cell];
            if (overCount[cell] == there.length) there = Arrays.copyOf(there, 2 * there.length);
            there[overCount[cell]++] = claim;
            over[cell] = there;
        }
    }
}
