package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One contributor's part in the cells, seen as what each cell can spare before the allowed share is passed.
 *
 * <p>A group of cells is dominated when what its cells can spare adds up to less than nothing. No group that published
 * totals isolate is dominated exactly when every cell that is short can grow by what it lacks, all at once, each other
 * cell shrinking by at most what it can spare (Hoffman's circulation theorem, 1960). Only a contributor who dominates a
 * cell can dominate a group.
 */
final class Dominance {
    private final Table table;
    private final double greatestShare;
    private final int[] offenders;
    /** Cells of an offender: from starts[i] to starts[i + 1]. */
    private final int[] starts;

    private final int[] cells;
    private final int[] amounts;
    /** Rows of the selected offender by cell. */
    private final int[] given;

    private int selected = -1;

    Dominance(Table table, Contributors contributors, double greatestShare, boolean[] unsafe) {
        this.table = table;
        this.greatestShare = greatestShare;
        this.given = new int[table.cells()];
        boolean[] wanted = new boolean[contributors.people() + 1];
        for (int cell = 0; cell < unsafe.length; cell++) if (unsafe[cell]) markOffenders(contributors, cell, wanted);
        this.offenders =
                IntStream.range(0, wanted.length).filter(p -> wanted[p]).toArray();
        int[] ends = new int[wanted.length + 1];
        contributors.eachGiving((cell, who, rows) -> ends[who + 1] += wanted[who] ? 1 : 0);
        Arrays.parallelPrefix(ends, Integer::sum);
        this.starts = ends.clone();
        this.cells = new int[ends[wanted.length]];
        this.amounts = new int[cells.length];
        contributors.eachGiving((cell, who, rows) -> {
            if (!wanted[who]) return;
            amounts[ends[who]] = rows;
            cells[ends[who]++] = cell;
        });
    }

    /** Contributors who dominate an unsafe cell; keyless rows count as one. */
    int[] listOffenders() {
        return offenders;
    }

    /** Looks at one offender from now on. */
    void select(int offender) {
        if (selected >= 0) for (int i = starts[selected]; i < starts[selected + 1]; i++) given[cells[i]] = 0;
        selected = offender;
        for (int i = starts[selected]; i < starts[selected + 1]; i++) given[cells[i]] = amounts[i];
    }

    /** Cells that the selected offender dominates. */
    int[] listShort() {
        return Arrays.stream(cells, starts[selected], starts[selected + 1])
                .filter(cell -> spare(cell) < 0)
                .toArray();
    }

    /**
     * Half rows that may leave a cell before the selected offender dominates it; below nought what it lacks. Halves, since
     * the share is one half as a rule: what whole rows would round off in each of several cells adds up.
     */
    int spare(int cell) {
        return (int) Math.floor(2 * (greatestShare * table.rows(cell) - given[cell]));
    }

    private void markOffenders(Contributors contributors, int cell, boolean[] wanted) {
        contributors.eachGivingIn(cell, (in, who, rows) -> {
            if (rows > greatestShare * table.rows(in)) wanted[who] = true;
        });
    }
}
