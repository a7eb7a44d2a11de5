package org.commonweal.xlsform.sheet;

import java.util.List;

/**
 * One row that is not blank.
 *
 * @param number as spreadsheets count, from 1
 * @param cells text of each cell from column A on, trimmed; blank cells are empty strings
 */
public record Row(int number, List<String> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    /** The text in a column, counted from 0; the empty string beyond the last. */
    public String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
