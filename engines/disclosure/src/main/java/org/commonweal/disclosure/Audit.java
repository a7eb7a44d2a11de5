package org.commonweal.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The attacker of the package description, asked of one pattern of withheld cells. Changes nothing. */
final class Audit {
    private final Table table;
    private final Network network;
    private final Contributors contributors;
    private final boolean[] withheld;
    private final boolean[] unsafe;

    Audit(Table table, Contributors contributors, boolean[] withheld, boolean[] unsafe) {
        this.table = table;
        this.network = new Network(table);
        this.contributors = contributors;
        this.withheld = withheld;
        this.unsafe = unsafe;
    }

    /** Unsafe cells that totals bound too tightly, by rows or by people. */
    int[] listBound(Protector protector, int[] rowsNeeded) {
        return IntStream.range(0, table.cells())
                .filter(cell -> unsafe[cell] && !protector.isProtected(cell, rowsNeeded[cell]))
                .toArray();
    }

    /** Groups of withheld cells that one published total less its published parts gives away, and that are unsafe. */
    List<int[]> listGivenAway() {
        List<int[]> groups = new ArrayList<>();
        for (int node = 0; node < network.nodes(); node++) addIfGivenAway(groups, withheldAt(node), headsAt(node));
        for (int place = table.tree.leaves(); place < table.tree.root(); place++)
            addIfGivenAway(groups, withheldOf(place), cell -> table.columnOf(cell) == table.whole());
        return groups;
    }

    /** A sum is known when nothing is withheld on the other side of its equation. */
    private void addIfGivenAway(List<int[]> groups, int[] group, IntPredicate side) {
        long onSide = Arrays.stream(group).filter(side).count();
        if (onSide != 0 && onSide != group.length) return;
        if (Arrays.stream(group).noneMatch(cell -> unsafe[cell])) return;
        if (contributors.findObjection(group).isPresent()) groups.add(group);
    }

    private int[] withheldAt(int node) {
        return IntStream.range(0, network.degree(node))
                .map(i -> network.cellAt(node, i))
                .filter(cell -> withheld[cell])
                .toArray();
    }

    private IntPredicate headsAt(int node) {
        return cell -> network.head(cell) == node;
    }

    /** The row equation of a coarser place: it follows from the network's, but is the first an attacker tries. */
    private int[] withheldOf(int place) {
        return IntStream.range(0, table.columns)
                .map(column -> table.cell(place, column))
                .filter(cell -> withheld[cell])
                .toArray();
    }
}
