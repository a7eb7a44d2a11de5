package org.commonweal.disclosure;

/**
 * Rows sorted into the cells of the extended table: every place of the tree × (every period and the whole period). Each
 * row stands in {@code 2 × depth of the tree} cells, the totals it counts in included.
 */
final class Table {
    final PlaceTree tree;
    /** Periods and, last, the whole period. */
    final int columns;

    private final int[] starts;
    private final int[] rowsByCell;

    private Table(PlaceTree tree, int columns, int[] starts, int[] rowsByCell) {
        this.tree = tree;
        this.columns = columns;
        this.starts = starts;
        this.rowsByCell = rowsByCell;
    }

    static Table of(Rows rows, Intake intake, int periods) {
        int columns = periods + 1;
        int cells = Math.multiplyExact(intake.tree.size(), columns);
        int[] ends = new int[cells + 1];
        eachPlacing(rows, intake, columns, (row, cell) -> ends[cell + 1]++);
        for (int cell = 0; cell < cells; cell++) ends[cell + 1] = Math.addExact(ends[cell], ends[cell + 1]);
        int[] starts = ends.clone();
        int[] rowsByCell = new int[ends[cells]];
        eachPlacing(rows, intake, columns, (row, cell) -> rowsByCell[ends[cell]++] = row);
        return new Table(intake.tree, columns, starts, rowsByCell);
    }

    int cells() {
        return starts.length - 1;
    }

    /** How many rows a cell has. */
    int rows(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    /** The i-th row of a cell, in input order. */
    int row(int cell, int i) {
        return rowsByCell[starts[cell] + i];
    }

    int cell(int node, int column) {
        return node * columns + column;
    }

    int nodeOf(int cell) {
        return cell / columns;
    }

    int columnOf(int cell) {
        return cell % columns;
    }

    /** The column of the whole period. */
    int whole() {
        return columns - 1;
    }

    /** Whether a cell is no total: a place of the finest level in one period. */
    boolean isInner(int cell) {
        return nodeOf(cell) < tree.leaves() && columnOf(cell) != whole();
    }

    int grandTotal() {
        return cell(tree.root(), whole());
    }

    Spot spotOf(int cell) {
        int node = nodeOf(cell);
        int column = columnOf(cell);
        return new Spot(tree.keyOf(node), tree.levelOf(node), column == whole() ? Spot.WHOLE_PERIOD : column);
    }

    private interface Placing {
        void place(int row, int cell);
    }

    private static void eachPlacing(Rows rows, Intake intake, int columns, Placing placing) {
        for (int row = 0; row < rows.size(); row++) {
            if (intake.leafOf[row] == Intake.DROPPED) continue;
            for (int node = intake.leafOf[row]; node != PlaceTree.NONE; node = intake.tree.parentOf(node)) {
                placing.place(row, node * columns + rows.periods[row]);
                placing.place(row, node * columns + columns - 1);
            }
        }
    }
}
