package org.commonweal.xlsform.reading;

import java.util.LinkedHashMap;
import java.util.List;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;
import org.commonweal.xlsform.form.Text;
import org.commonweal.xlsform.sheet.Row;

/** One row of a table, its cells asked for by what their column means. */
record Line(Table table, Row row) {

    private static final String QUOTES = "[\u201C\u201D\u201E\u201F]";
    private static final String APOSTROPHES = "[\u2018\u2019\u201A\u201B]";

    int number() {
        return row.number();
    }

    /** The cell of a column; the empty string when it is blank or there is no such column. */
    String text(String column) {
        return table.find(column).map(c -> row.text(c.index())).orElse("");
    }

    /** A cell that is one word or several, with single plain spaces between them. */
    String words(String column) {
        return text(column).replaceAll("[\\s\\p{Z}]+", " ");
    }

    /** A cell with XPath: the curly quotes that word processors make of straight ones are made straight again. */
    String expression(String column) {
        return text(column)
                .replaceAll(QUOTES, "\"")
                .replaceAll(APOSTROPHES, "'")
                .replace('\u00A0', ' ');
    }

    /** A cell that says yes, no or when: {@code true()}, the empty string, or an XPath. */
    String condition(String column) {
        var expression = expression(column);
        return switch (Truth.of(expression)) {
            case YES -> "true()";
            case NO -> "";
            case NEITHER -> expression;
        };
    }

    /** The cells of a column in all its languages. */
    Text translated(String column) {
        var byLanguage = new LinkedHashMap<String, String>();
        for (var c : table.listNamed(column)) {
            var words = row.text(c.index());
            if (!words.isEmpty()) {
                byLanguage.put(c.language(), words);
            }
        }
        return new Text(byLanguage);
    }

    /** A fault of this row's cell in a column, or where that column would be. */
    Fault fault(Rule rule, String column, String... values) {
        return table.find(column)
                .map(c -> fault(rule, c, values))
                .orElse(new Fault(rule, table.sheet(), number(), column, List.of(values)));
    }

    Fault fault(Rule rule, Column column, String... values) {
        return new Fault(rule, table.sheet(), number(), column.header(), List.of(values));
    }
}
