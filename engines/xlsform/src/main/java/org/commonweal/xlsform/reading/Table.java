package org.commonweal.xlsform.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;
import org.commonweal.xlsform.sheet.Sheet;

/**
 * A sheet with its header understood.
 *
 * @param sheet name of the sheet as in the file
 * @param columns those with a header, left to right; of two that mean the same, the first
 * @param byName the same by what they mean; several for words in several languages
 * @param lines the rows below the header
 */
record Table(String sheet, Headers headers, List<Column> columns, Map<String, List<Column>> byName, List<Line> lines) {

    private Table(String sheet, Headers headers, List<Column> columns) {
        this(
                sheet,
                headers,
                List.copyOf(columns),
                columns.stream().collect(Collectors.groupingBy(Column::name)),
                new ArrayList<>());
    }

    /** An empty table, for a sheet that is not there. */
    static Table none(String sheet, Headers headers) {
        return new Table(sheet, headers, List.of());
    }

    static Table of(Sheet sheet, Headers headers, Faults faults) {
        if (sheet.rows().isEmpty()) {
            return none(sheet.name(), headers);
        }
        var header = sheet.rows().getFirst();
        var columns = new ArrayList<Column>();
        for (var i = 0; i < header.cells().size(); i++) {
            if (!header.text(i).isEmpty()) {
                keep(headers.column(header.text(i), i), columns, sheet.name(), header.number(), faults);
            }
        }
        var table = new Table(sheet.name(), headers, columns);
        sheet.rows().stream().skip(1).map(row -> new Line(table, row)).forEach(table.lines::add);
        return table;
    }

    /** The same table with plain columns of words filed under the default language. */
    Table withDefaultLanguage(String language, Faults faults) {
        var named = new ArrayList<Column>();
        for (var column : columns) {
            var plain = headers.isWords(column) && column.language().isEmpty();
            var filed = plain ? new Column(column.name(), language, column.header(), column.index()) : column;
            keep(filed, named, sheet, 1, faults);
        }
        var table = new Table(sheet, headers, named);
        lines.forEach(line -> table.lines.add(new Line(table, line.row())));
        return table;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Optional<Column> find(String name) {
        return listNamed(name).stream().findFirst();
    }

    List<Column> listNamed(String name) {
        return byName.getOrDefault(name, List.of());
    }

    List<String> listHeaders() {
        return columns.stream().map(Column::header).toList();
    }

    private static void keep(Column column, List<Column> columns, String sheet, int row, Faults faults) {
        var twin = columns.stream().filter(column::isSameAs).findFirst();
        if (twin.isEmpty()) {
            columns.add(column);
        } else {
            faults.add(new Fault(
                    Rule.DUPLICATE_COLUMN,
                    sheet,
                    row,
                    column.header(),
                    List.of(twin.get().header(), column.header())));
        }
    }
}
