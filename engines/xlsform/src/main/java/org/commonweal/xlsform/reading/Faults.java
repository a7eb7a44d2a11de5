package org.commonweal.xlsform.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;

/** All that was found wrong so far. */
final class Faults {

    private static final List<String> SHEETS = List.of("", "settings", "survey", "choices");

    // Nobody reads more at once, and a file may be made to have millions.
    private static final int MAX = 1_000;

    private int total;
    private final Set<Fault> found = new LinkedHashSet<>();

    void add(Fault fault) {
        total++;
        if (found.size() < MAX) {
            found.add(fault);
        }
    }

    /** In the order an author works through a file: sheet by sheet, top to bottom; each once. */
    List<Fault> list() {
        var sorted = found.stream()
                .sorted(Comparator.<Fault>comparingInt(
                                f -> SHEETS.indexOf(f.sheet().strip().toLowerCase(java.util.Locale.ROOT)))
                        .thenComparingInt(Fault::row))
                .collect(Collectors.toCollection(ArrayList::new));
        if (found.size() == MAX) {
            sorted.add(Fault.ofFile(Rule.MORE_FAULTS, MAX + "", total + ""));
        }
        return sorted;
    }
}
