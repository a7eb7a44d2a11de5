package org.commonweal.hub.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Dataset.Origin;

/**
 * Where the rows behind a finding came from: only of those that count in it, for what nobody answered is no source.
 *
 * @param rows by their origin
 * @param base to whose multiples numbers of rows are rounded
 */
record Provenance(Dataset.Description source, Map<Origin, Long> rows, int base) {
    static Provenance of(Dataset.Description source, Tabulation table) {
        Map<Origin, Long> rows = table.counted().stream()
                .collect(Collectors.groupingBy(one -> one.row().origin(), Collectors.counting()));
        return new Provenance(source, rows, Tabulation.protection(source).roundingBase());
    }

    Document.Source told() {
        List<Integer> consents = consents();
        return new Document.Source(
                source.thing().kind(),
                source.thing().id(),
                source.title(),
                source.question(),
                source.whoCouldAnswer(),
                source.country(),
                forms(),
                consents.isEmpty() ? 0 : consents.getLast(),
                consents,
                ways());
    }

    private List<String> forms() {
        TreeSet<String> forms = new TreeSet<>(new NaturalOrder().reversed());
        rows.keySet().stream().map(Origin::form).filter(form -> !form.isEmpty()).forEach(forms::add);
        return List.copyOf(forms);
    }

    private List<Integer> consents() {
        return rows.keySet().stream()
                .map(Origin::consent)
                .filter(version -> version > 0)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Document.Way> ways() {
        Map<String, Long> ways = new TreeMap<>();
        rows.forEach((origin, number) -> ways.merge(origin.way(), number, Long::sum));
        return ways.entrySet().stream()
                .map(way -> new Document.Way(way.getKey(), Composer.round(way.getValue(), base)))
                .toList();
    }
}
