package org.commonweal.xlsform.reading;

import java.util.List;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;

/** Tells of columns that are not read, rather than dropping them in silence. */
final class ColumnCheck {

    private ColumnCheck() {}

    static void check(Table table, Faults faults) {
        for (var column : table.columns()) {
            var use = table.headers().use(column);
            var filled = table.lines().stream()
                    .filter(l -> !l.row().text(column.index()).isEmpty())
                    .toList();
            if (use == Headers.Use.READ || filled.isEmpty()) {
                continue;
            }
            switch (use) {
                case NOT_READ ->
                    filled.forEach(line -> faults.add(line.fault(Rule.COLUMN_NOT_READ, column, column.header())));
                case LEFT_OUT -> faults.add(ofColumn(Rule.COLUMN_LEFT_OUT, table, column, column.header()));
                default -> checkUnknown(table, column, faults);
            }
        }
    }

    /** Whether a further column of the choices goes into the form, for choice filters to look at. */
    static boolean isExtraOfChoices(Column column) {
        return Headers.CHOICES.use(column) == Headers.Use.UNKNOWN && Names.isValid(column.name());
    }

    private static void checkUnknown(Table table, Column column, Faults faults) {
        if (table.headers() == Headers.CHOICES && isExtraOfChoices(column)) {
            return;
        }
        var advice = Nearest.advice(column.name(), table.headers().listNames(), "");
        faults.add(ofColumn(Rule.UNKNOWN_COLUMN, table, column, column.header(), advice));
    }

    private static Fault ofColumn(Rule rule, Table table, Column column, String... values) {
        return new Fault(rule, table.sheet(), 0, column.header(), List.of(values));
    }
}
