package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The simplest attacker: takes each published total less its published parts and looks who is left. What the
 * {@link Protector} secures implies that he finds nobody; he is asked all the same, since he shares none of its code.
 */
final class Audit {
    private final Table table;
    private final Network network;
    private final Contributors contributors;
    private final Suppression suppression;

    Audit(Table table, Contributors contributors, Suppression suppression) {
        this.table = table;
        this.network = new Network(table);
        this.contributors = contributors;
        this.suppression = suppression;
    }

    boolean passes() {
        return IntStream.range(0, network.nodes()).allMatch(this::passesAt)
                && IntStream.range(table.tree.leaves(), table.tree.root()).allMatch(this::passesOf);
    }

    /** The same for the equations in which a cell stands. */
    boolean passesAround(int cell) {
        int place = table.nodeOf(cell);
        boolean coarse = place >= table.tree.leaves() && place < table.tree.root();
        return passesAt(network.head(cell)) && passesAt(network.tail(cell)) && (!coarse || passesOf(place));
    }

    private boolean passesAt(int node) {
        return !givesAway(withheldAt(node), cell -> network.head(cell) == node);
    }

    /** The row equations of coarser places follow from the network's, but are the first that an attacker tries. */
    private boolean passesOf(int place) {
        return !givesAway(withheldOf(place), cell -> table.columnOf(cell) == table.whole());
    }

    /** A sum is known when nothing is withheld on the other side of its equation. */
    private boolean givesAway(int[] group, IntPredicate side) {
        long onSide = Arrays.stream(group).filter(side).count();
        if (onSide != 0 && onSide != group.length) return false;
        return Arrays.stream(group).anyMatch(suppression::isUnsafe)
                && contributors.findObjection(group).isPresent();
    }

    private int[] withheldAt(int node) {
        return IntStream.range(0, network.degree(node))
                .map(i -> network.cellAt(node, i))
                .filter(suppression::isWithheld)
                .toArray();
    }

    private int[] withheldOf(int place) {
        return IntStream.range(0, table.columns)
                .map(column -> table.cell(place, column))
                .filter(suppression::isWithheld)
                .toArray();
    }
}
