package org.commonweal.xlsform.reading;

import java.util.regex.Pattern;
import org.commonweal.xlsform.form.Rule;

/** Formulas that ended in an error, which would otherwise pass as words. */
final class CellErrors {

    // The error values of ECMA-376 part 1, 18.17.3.
    private static final Pattern ERROR = Pattern.compile("#(REF!|DIV/0!|N/A|NAME\\?|NULL!|NUM!|VALUE!)");

    private CellErrors() {}

    static void check(Line line, Faults faults) {
        for (var column : line.table().columns()) {
            var text = line.row().text(column.index());
            if (text.startsWith("#") && ERROR.matcher(text).matches()) {
                faults.add(line.fault(Rule.CELL_ERROR, column, text));
            }
        }
    }
}
