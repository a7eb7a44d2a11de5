package org.commonweal.xlsform.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.xlsform.form.Language;
import org.commonweal.xlsform.form.Rule;

/** Which languages the headers name, and which of them is the default. */
final class Languages {

    private Languages() {}

    /** The language that plain columns of words are in. */
    static Language defaultOf(Settings settings, List<Table> tables, Faults faults) {
        var wanted = settings.defaultLanguage();
        var named = listNamed(tables);
        if (wanted.isEmpty()) {
            return new Language(Language.DEFAULT);
        }
        var hasPlain = columns(tables).anyMatch(c -> c.language().isEmpty());
        var found = named.stream().filter(l -> l.answersTo(wanted)).findFirst();
        if (found.isEmpty() && !hasPlain && !named.isEmpty() && settings.line() != null) {
            var there = String.join(", ", named.stream().map(Language::name).toList());
            faults.add(settings.line().fault(Rule.UNKNOWN_DEFAULT_LANGUAGE, "default_language", wanted, there));
        }
        return found.orElse(new Language(wanted));
    }

    /** All languages that a column of words is in, the default one first; never empty. */
    static List<Language> listUsed(Language defaultLanguage, List<Table> tables) {
        var used = listNamed(tables);
        if (used.isEmpty()) {
            return List.of(defaultLanguage);
        }
        var ordered = new LinkedHashSet<Language>();
        if (used.contains(defaultLanguage)) {
            ordered.add(defaultLanguage);
        }
        ordered.addAll(used);
        return List.copyOf(ordered);
    }

    private static List<Language> listNamed(List<Table> tables) {
        return columns(tables)
                .filter(c -> !c.language().isEmpty())
                .map(c -> new Language(c.language()))
                .distinct()
                .toList();
    }

    private static Stream<Column> columns(List<Table> tables) {
        return tables.stream()
                .flatMap(t -> t.columns().stream().filter(c -> t.headers().isWords(c)));
    }
}
