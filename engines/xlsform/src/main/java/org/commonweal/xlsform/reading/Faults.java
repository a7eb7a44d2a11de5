package org.commonweal.xlsform.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonweal.xlsform.form.Fault;

/** All that was found wrong so far. */
final class Faults {

    private static final List<String> SHEETS = List.of("", "settings", "survey", "choices");

    private final List<Fault> found = new ArrayList<>();

    void add(Fault fault) {
        found.add(fault);
    }

    /** In the order an author works through a file: sheet by sheet, top to bottom; each once. */
    List<Fault> list() {
        return found.stream()
                .distinct()
                .sorted(Comparator.<Fault>comparingInt(
                                f -> SHEETS.indexOf(f.sheet().strip().toLowerCase(java.util.Locale.ROOT)))
                        .thenComparingInt(Fault::row))
                .toList();
    }
}
