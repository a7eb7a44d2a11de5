package org.commonweal.disclosure;

import java.util.Arrays;

/**
 * People: each contributor may be given up once, by one cell, in the whole growth. People counts do not add up (someone
 * may stand in many cells), so the ways are a certificate instead: any group of withheld cells that published totals
 * isolate together with the growing cell holds a cell that shrinks on each way, and in it one of those whom that way
 * spent. It therefore has at least as many distinct contributors as the ways carry, plus those of the growing cell.
 */
final class PeopleSupply implements Supply {
    private static final int NOBODY = -1;
    private static final int MOST_LOOKS = 64;

    private final Contributors contributors;
    private final boolean[] spent;
    private int[] spentList = new int[64];
    private int spentCount;
    /** Growth in which a cell was closed. */
    private final int[] closedIn;

    private int growth;

    PeopleSupply(Contributors contributors, int cells) {
        this.contributors = contributors;
        this.spent = new boolean[contributors.people() + 1];
        this.closedIn = new int[cells];
    }

    /** Starts anew for a cell that is to grow; its own contributors are spent. */
    void begin(int growing) {
        for (int i = 0; i < spentCount; i++) spent[spentList[i]] = false;
        spentCount = 0;
        growth++;
        for (int contributor : contributors.list(growing)) spend(contributor);
    }

    @Override
    public boolean canShrink(int cell) {
        if (closedIn[cell] == growth) return false;
        return contributors.count(cell) > spentCount || contributors.findFresh(cell, spent) != NOBODY;
    }

    @Override
    public int carry(int growing, int[] way, int wanted) {
        int[] shrinking =
                Arrays.stream(way).filter(step -> step < 0).map(step -> ~step).toArray();
        for (int carried = 0; carried < wanted; carried++) if (!pay(shrinking)) return carried;
        return wanted;
    }

    /** Spends for one way: every cell that shrinks on it has one of those who are spent. */
    private boolean pay(int[] shrinking) {
        int before = spentCount;
        for (int i = 0; i < shrinking.length; i++) {
            if (hasOneSince(before, shrinking[i])) continue;
            int contributor = freshIn(shrinking, i);
            if (contributor == NOBODY) {
                closedIn[shrinking[i]] = growth;
                while (spentCount > before) spent[spentList[--spentCount]] = false;
                return false;
            }
            spend(contributor);
        }
        return true;
    }

    private boolean hasOneSince(int before, int cell) {
        for (int i = before; i < spentCount; i++) if (contributors.has(cell, spentList[i])) return true;
        return false;
    }

    /** Somebody fresh of the i-th cell, best one who stands in all the cells after it too: such a one pays for them all. */
    private int freshIn(int[] cells, int i) {
        if (i + 1 == cells.length) return contributors.findFresh(cells[i], spent);
        int best = NOBODY;
        int bestCells = -1;
        int looks = 0;
        for (int contributor : contributors.list(cells[i])) {
            if (spent[contributor]) continue;
            int shared = 0;
            for (int j = i + 1; j < cells.length; j++) if (contributors.has(cells[j], contributor)) shared++;
            if (shared > bestCells) {
                best = contributor;
                bestCells = shared;
            }
            if (bestCells == cells.length - i - 1 || ++looks == MOST_LOOKS) break;
        }
        return best;
    }

    private void spend(int contributor) {
        if (spentCount == spentList.length) spentList = Arrays.copyOf(spentList, 2 * spentCount);
        spentList[spentCount++] = contributor;
        spent[contributor] = true;
    }
}
