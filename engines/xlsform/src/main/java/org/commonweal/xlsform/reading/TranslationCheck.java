package org.commonweal.xlsform.reading;

import java.util.ArrayList;
import java.util.List;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Language;
import org.commonweal.xlsform.form.Rule;

/** Tells which words lack a translation. */
final class TranslationCheck {

    private final List<Language> languages;
    private final Faults faults;

    TranslationCheck(List<Language> languages, Faults faults) {
        this.languages = languages;
        this.faults = faults;
    }

    void checkCodes() {
        for (var language : languages) {
            if (!language.name().equals(Language.DEFAULT) && language.code().isEmpty()) {
                faults.add(Fault.ofSheet(Rule.LANGUAGE_WITHOUT_CODE, "survey", language.name()));
            }
        }
    }

    void check(Table table) {
        if (languages.size() < 2) {
            return;
        }
        var columns = table.columns().stream()
                .filter(c -> table.headers().isWords(c))
                .map(Column::name)
                .distinct()
                .toList();
        for (var column : columns) {
            checkColumn(table, column);
        }
    }

    private void checkColumn(Table table, String column) {
        var there = table.listNamed(column).stream().map(Column::language).toList();
        var missing = new ArrayList<>(languages.stream().map(Language::name).toList());
        missing.removeAll(there);
        for (var language : missing) {
            var header = column + "::" + language;
            faults.add(Fault.ofSheet(Rule.MISSING_LANGUAGE_COLUMN, table.sheet(), header, language));
        }
        table.lines().forEach(line -> checkCells(line, column));
    }

    // A column that lacks as a whole is told once; here only the gaps in the others.
    private void checkCells(Line line, String column) {
        var words = line.translated(column);
        if (words.isEmpty()) {
            return;
        }
        var shown = words.byLanguage().containsKey(languages.getFirst().name())
                ? languages.getFirst().name()
                : words.byLanguage().firstEntry().getKey();
        for (var c : line.table().listNamed(column)) {
            if (!words.byLanguage().containsKey(c.language())) {
                faults.add(line.fault(Rule.MISSING_TRANSLATION, c, c.language(), shown));
            }
        }
    }
}
