package org.commonweal.xlsform.reading;

import java.util.List;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Identity;
import org.commonweal.xlsform.form.Rule;

/** Reads the sheet ‹settings›, and names a form that does not name itself. */
final class SettingsReader {

    private static final String SHEET = "settings";

    private SettingsReader() {}

    static Settings read(Table table, Faults faults) {
        if (table.lines().isEmpty()) {
            return new Settings("", "", "", "", "", "", false, null);
        }
        var line = table.lines().getFirst();
        for (var column : table.columns()) {
            checkColumn(line, column, faults);
        }
        return new Settings(
                line.words("form_title"),
                line.words("form_id"),
                line.words("version"),
                line.words("default_language"),
                line.expression("instance_name"),
                line.words("style"),
                Truth.of(line.text("allow_choice_duplicates")) == Truth.YES,
                line);
    }

    /** @param fileName stands in where neither title nor id is set */
    static Identity identity(Settings settings, String fileName, Faults faults) {
        var stem = fileName.replaceAll("\\.[A-Za-z]{1,5}$", "");
        var known = !settings.title().isEmpty() ? settings.title() : settings.id();
        var title = or(settings.title(), known.isEmpty() ? titleOf(stem) : known, Rule.MISSING_TITLE, settings, faults);
        var id = or(
                settings.id(), Names.identifier(stem.isEmpty() ? title : stem), Rule.MISSING_FORM_ID, settings, faults);
        return new Identity(title, id, or(settings.version(), "1", Rule.MISSING_VERSION, settings, faults));
    }

    private static void checkColumn(Line line, Column column, Faults faults) {
        if (line.row().text(column.index()).isEmpty()) {
            return;
        }
        switch (line.table().headers().use(column)) {
            case READ -> {}
            case NOT_READ -> faults.add(line.fault(Rule.COLUMN_NOT_READ, column, column.header()));
            default -> {
                var advice = Nearest.advice(column.name(), Headers.SETTINGS.listNames(), "");
                faults.add(line.fault(Rule.UNKNOWN_SETTING, column, column.header(), advice));
            }
        }
    }

    private static String or(String set, String otherwise, Rule missing, Settings settings, Faults faults) {
        if (!set.isEmpty()) {
            return set;
        }
        var line = settings.line();
        var row = line == null ? 0 : line.number();
        var sheet = line == null ? SHEET : line.table().sheet();
        faults.add(new Fault(missing, sheet, row, "", List.of(otherwise)));
        return otherwise;
    }

    private static String titleOf(String stem) {
        return stem.isEmpty() ? "Form" : stem.replace('_', ' ');
    }
}
