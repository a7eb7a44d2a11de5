package org.commonweal.disclosure;

import java.util.Arrays;

/**
 * People: each contributor may be given up once, by one cell, in the whole growth. People counts do not add up (someone
 * may stand in many cells), so the ways are a certificate instead: any group of withheld cells that published totals
 * isolate together with the growing cell is crossed by every way, each time by somebody else. It therefore has at least
 * as many distinct contributors as the ways carry, plus those of the growing cell.
 */
final class PeopleSupply implements Supply {
    private static final int NOBODY = -1;

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
        for (int carried = 0; carried < wanted; carried++) {
            for (int step : way) {
                if (step >= 0) continue;
                int contributor = contributors.findFresh(~step, spent);
                if (contributor == NOBODY) {
                    closedIn[~step] = growth;
                    return carried;
                }
                spend(contributor);
            }
        }
        return wanted;
    }

    private void spend(int contributor) {
        if (spentCount == spentList.length) spentList = Arrays.copyOf(spentList, 2 * spentCount);
        spentList[spentCount++] = contributor;
        spent[contributor] = true;
    }
}
