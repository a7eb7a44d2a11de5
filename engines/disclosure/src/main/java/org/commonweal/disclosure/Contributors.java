package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Who gave the rows of each cell, and how many each. Rows without a contributor key add nothing to the people count; for
 * dominance they count as given by one unknown contributor, since nothing shows that they were not.
 */
final class Contributors {
    private static final int KEYLESS = 0;

    private final Protection protection;
    private final int[] starts;
    private final int[] who;
    private final int[] given;
    private final int people;
    private final int[] tally;

    private Contributors(Protection protection, int[] starts, int[] who, int[] given, int people) {
        this.protection = protection;
        this.starts = starts;
        this.who = who;
        this.given = given;
        this.people = people;
        this.tally = new int[people + 1];
    }

    static Contributors of(Rows rows, Table table, Protection protection) {
        LongIndex index = new LongIndex();
        int[] whoOfRow = new int[rows.size()];
        for (int row = 0; row < whoOfRow.length; row++) {
            long key = rows.contributors[row];
            whoOfRow[row] = key == Rows.ABSENT ? KEYLESS : index.add(key) + 1;
        }
        return new Sorting(table, whoOfRow, index.size()).sorted(protection);
    }

    /** Number of contributor keys; their numbers run from 1. */
    int people() {
        return people;
    }

    /** Distinct contributors of a cell. */
    int count(int cell) {
        int distinct = starts[cell + 1] - starts[cell];
        return distinct > 0 && who[starts[cell]] == KEYLESS ? distinct - 1 : distinct;
    }

    /** Numbers of a cell's contributors, keyless rows left out. */
    int[] list(int cell) {
        return Arrays.copyOfRange(who, starts[cell + 1] - count(cell), starts[cell + 1]);
    }

    /** Whether a contributor stands in a cell. */
    boolean has(int cell, int contributor) {
        return Arrays.binarySearch(who, starts[cell], starts[cell + 1], contributor) >= 0;
    }

    /** First contributor of a cell that is not marked, or −1. */
    int findFresh(int cell, boolean[] marked) {
        for (int i = starts[cell + 1] - count(cell); i < starts[cell + 1]; i++) if (!marked[who[i]]) return who[i];
        return -1;
    }

    /** Why a group of cells, seen as one, may not be told by itself. */
    Optional<Decision> findObjection(int... cells) {
        int distinct = 0;
        int greatest = 0;
        long rows = 0;
        for (int cell : cells) {
            for (int i = starts[cell]; i < starts[cell + 1]; i++) {
                if (tally[who[i]] == 0 && who[i] != KEYLESS) distinct++;
                tally[who[i]] += given[i];
                rows += given[i];
                greatest = Math.max(greatest, tally[who[i]]);
            }
        }
        for (int cell : cells) for (int i = starts[cell]; i < starts[cell + 1]; i++) tally[who[i]] = 0;
        return protection.findObjection(distinct, rows, greatest);
    }

    /** What one contributor gave in one cell. */
    interface Giving {
        void take(int cell, int contributor, int rows);
    }

    /** Every contributor of every cell. */
    void eachGiving(Giving giving) {
        for (int cell = 0; cell + 1 < starts.length; cell++) eachGivingIn(cell, giving);
    }

    /** Every contributor of a cell; keyless rows as contributor 0. */
    void eachGivingIn(int cell, Giving giving) {
        for (int i = starts[cell]; i < starts[cell + 1]; i++) giving.take(cell, who[i], given[i]);
    }

    /** Turns the rows of each cell into its distinct contributors, in the order of their numbers. */
    private static final class Sorting {
        private final Table table;
        private final int[] whoOfRow;
        private final int people;
        private final int[] starts;
        private final int[] slotOf;
        private int[] who = new int[1024];
        private int[] given = new int[1024];
        private int end;

        Sorting(Table table, int[] whoOfRow, int people) {
            this.table = table;
            this.whoOfRow = whoOfRow;
            this.people = people;
            this.starts = new int[table.cells() + 1];
            this.slotOf = new int[people + 1];
            Arrays.fill(slotOf, -1);
        }

        Contributors sorted(Protection protection) {
            for (int cell = 0; cell < table.cells(); cell++) {
                addCell(cell);
                starts[cell + 1] = end;
            }
            return new Contributors(protection, starts, Arrays.copyOf(who, end), Arrays.copyOf(given, end), people);
        }

        private void addCell(int cell) {
            for (int i = 0; i < table.rows(cell); i++) {
                int contributor = whoOfRow[table.row(cell, i)];
                if (slotOf[contributor] < starts[cell]) open(contributor);
                given[slotOf[contributor]]++;
            }
            sort(starts[cell]);
        }

        /** By number, so that keyless rows, number nought, come first. */
        private void sort(int from) {
            long[] pairs = new long[end - from];
            for (int i = 0; i < pairs.length; i++) pairs[i] = (long) who[from + i] << Integer.SIZE | given[from + i];
            Arrays.sort(pairs);
            for (int i = 0; i < pairs.length; i++) {
                who[from + i] = (int) (pairs[i] >>> Integer.SIZE);
                given[from + i] = (int) pairs[i];
            }
        }

        private void open(int contributor) {
            if (end == who.length) {
                who = Arrays.copyOf(who, 2 * end);
                given = Arrays.copyOf(given, 2 * end);
            }
            who[end] = contributor;
            given[end] = 0;
            slotOf[contributor] = end++;
        }
    }
}
