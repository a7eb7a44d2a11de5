package org.commonweal.xlsform.sheet;

import java.util.List;

/**
 * One sheet.
 *
 * @param name as in the file
 * @param rows those that are not blank, top to bottom
 */
public record Sheet(String name, List<Row> rows) {
    public Sheet {
        rows = List.copyOf(rows);
    }
}
