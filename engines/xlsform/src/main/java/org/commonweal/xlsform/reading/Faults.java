package org.commonweal.xlsform.reading;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;

/** All that was found wrong so far. */
final class Faults {

    // Nobody reads more at once, and a file may be made to have millions.
    private static final int MAX = 1_000;
    private static final List<String> SHEETS = List.of("", "settings", "survey", "choices");

    private final Set<Fault> errors = new LinkedHashSet<>();
    private final Set<Fault> warnings = new LinkedHashSet<>();

    void add(Fault fault) {
        var kind = fault.isError() ? errors : warnings;
        // One beyond tells that there are more.
        if (kind.size() <= MAX) {
            kind.add(fault);
        }
    }

    /** In the order an author works through a file: sheet by sheet, top to bottom; each once. */
    List<Fault> list() {
        return Stream.of(capped(errors, Rule.MORE_ERRORS), capped(warnings, Rule.MORE_WARNINGS))
                .flatMap(kind -> kind)
                .sorted(Comparator.comparingInt(Faults::sheet).thenComparingInt(Fault::row))
                .toList();
    }

    private static Stream<Fault> capped(Set<Fault> kind, Rule more) {
        return kind.size() <= MAX
                ? kind.stream()
                : Stream.concat(
                        Stream.of(Fault.ofFile(more, MAX + "")), kind.stream().limit(MAX));
    }

    private static int sheet(Fault fault) {
        return SHEETS.indexOf(fault.sheet().strip().toLowerCase(Locale.ROOT));
    }
}
