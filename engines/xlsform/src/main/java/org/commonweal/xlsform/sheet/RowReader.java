package org.commonweal.xlsform.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;

/** Reads the rows of a workbook's sheets, as far as the limits go for all of them together. */
final class RowReader {

    private final Limits limits;
    private long cells;
    private long characters;

    RowReader(Limits limits) {
        this.limits = limits;
    }

    Sheet read(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException, UnreadableWorkbookException {
        var name = "sheet ‹" + sheet.getName() + "› with ";
        var rows = new ArrayList<Row>();
        try (var stream = sheet.openStream()) {
            for (var row : (Iterable<org.dhatim.fastexcel.reader.Row>) stream::iterator) {
                var texts = texts(row);
                if (!texts.isEmpty()) {
                    rows.add(new Row(row.getRowNum(), texts));
                }
                require(texts.size() <= limits.columns(), name + texts.size() + " columns", limits.columns());
                require(rows.size() <= limits.rows(), name + rows.size() + " rows", limits.rows());
            }
        }
        return new Sheet(sheet.getName(), rows);
    }

    private List<String> texts(org.dhatim.fastexcel.reader.Row row) throws UnreadableWorkbookException {
        var texts = new ArrayList<String>();
        for (var cell : row) {
            var text = CellText.of(cell);
            characters += text.length();
            require(characters <= limits.characters(), "text of " + characters + " characters", limits.characters());
            texts.add(text);
        }
        while (!texts.isEmpty() && texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        cells += texts.size();
        require(cells <= limits.cells(), "a file of " + cells + " cells", limits.cells());
        return texts;
    }

    private static void require(boolean holds, String what, long bound) throws UnreadableWorkbookException {
        if (!holds) {
            throw new UnreadableWorkbookException(Fault.ofFile(Rule.TOO_LARGE, what, bound + ""));
        }
    }
}
