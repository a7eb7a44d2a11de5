package org.commonweal.disclosure;

/**
 * The table's equations as a network, in which each cell is one arc and a table that adds up is a flow.
 *
 * <p>Nodes: one per leaf place («its periods add up to its whole period»), one per coarser place and column («its places
 * add up»), and one that closes the circle («the root's periods add up to the grand total»). A cell of a period runs
 * down the tree, a cell of the whole period runs back up. Row equations of coarser places follow from the others.
 * Nothing is stored: ends and neighbours are computed from the numbers.
 */
final class Network {
    private final Table table;
    private final PlaceTree tree;
    private final int firstInternalCell;

    Network(Table table) {
        this.table = table;
        this.tree = table.tree;
        this.firstInternalCell = tree.leaves() * table.columns;
    }

    int nodes() {
        return tree.leaves() + table.cells() - firstInternalCell + 1;
    }

    int tail(int cell) {
        return table.columnOf(cell) == table.whole() ? inner(cell) : outer(cell);
    }

    int head(int cell) {
        return table.columnOf(cell) == table.whole() ? outer(cell) : inner(cell);
    }

    /** How many cells meet at a node. */
    int degree(int node) {
        if (node < tree.leaves() || node == closing()) return table.columns;
        return 1 + tree.childrenOf(table.nodeOf(cellOf(node))).length;
    }

    /** The i-th cell that meets at a node. */
    int cellAt(int node, int i) {
        if (node < tree.leaves()) return table.cell(node, i);
        if (node == closing()) return table.cell(tree.root(), i);
        int own = cellOf(node);
        if (i == 0) return own;
        return table.cell(tree.childrenOf(table.nodeOf(own))[i - 1], table.columnOf(own));
    }

    /** End of a cell on the finer side. */
    private int inner(int cell) {
        return cell < firstInternalCell ? table.nodeOf(cell) : nodeOf(cell);
    }

    /** End of a cell on the coarser side. */
    private int outer(int cell) {
        int parent = tree.parentOf(table.nodeOf(cell));
        return parent == PlaceTree.NONE ? closing() : nodeOf(table.cell(parent, table.columnOf(cell)));
    }

    private int nodeOf(int internalCell) {
        return tree.leaves() + internalCell - firstInternalCell;
    }

    private int cellOf(int internalNode) {
        return internalNode - tree.leaves() + firstInternalCell;
    }

    private int closing() {
        return nodes() - 1;
    }
}
