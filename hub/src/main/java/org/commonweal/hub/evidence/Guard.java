package org.commonweal.hub.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.disclosure.Protection;
import org.springframework.stereotype.Component;

/**
 * Keeps versions from being subtracted: what a correction must withhold besides what its own table asks for.
 *
 * <p>Whoever has two versions knows the figures of the rows that came or went between them. So, for each version before:
 * what it withheld stays withheld, and the rows that changed are planned as a table of their own ({@link Difference}); what
 * that plan withholds is withheld too. Withholding more never harms what the new table's own plan secured.
 */
@Component
class Guard {
    private final Versions versions;
    private final Inputs inputs;

    Guard(Versions versions, Inputs inputs) {
        this.versions = versions;
        this.inputs = inputs;
    }

    Set<Spot> toWithhold(UUID finding, Tabulation next, Protection protection) {
        Set<Spot> withheld = new HashSet<>();
        if (protection.unit() == Protection.Unit.THINGS) return withheld;
        for (Version before : versions.list(finding)) {
            List<Input> old = inputs.list(finding, before.number());
            withheld.addAll(untold(before.document(), old));
            List<Input> now = inputsOf(next, inputs.key(finding, before.number()));
            withheld.addAll(Difference.unsafe(changed(old, now), protection));
        }
        return withheld;
    }

    /** The rows that count, as the given key tells them. */
    static List<Input> inputsOf(Tabulation table, InputKey key) {
        return table.counted().stream()
                .map(entry -> new Input(
                        key.row(entry.row().sha256()),
                        key.contributor(entry.row().contributor()),
                        table.spotOf(entry)))
                .toList();
    }

    // Cells that had rows and no figures, and those that were withheld without having any, to protect others.
    private static Set<Spot> untold(Document before, List<Input> rows) {
        Set<Spot> spots = new HashSet<>();
        rows.forEach(row -> Difference.spotsOf(row.spot()).forEach(spots::add));
        before.cells().stream().map(Document.Cell::spot).forEach(spots::add);
        before.cells().stream()
                .filter(Document.Cell::isPublished)
                .map(Document.Cell::spot)
                .forEach(spots::remove);
        return spots;
    }

    private static List<Input> changed(List<Input> old, List<Input> now) {
        Map<String, Spot> before = new HashMap<>();
        old.forEach(input -> before.put(input.digest(), input.spot()));
        Map<String, Spot> after = new HashMap<>();
        now.forEach(input -> after.put(input.digest(), input.spot()));
        return Stream.concat(
                        old.stream().filter(row -> !row.spot().equals(after.get(row.digest()))),
                        now.stream().filter(row -> !row.spot().equals(before.get(row.digest()))))
                .toList();
    }
}
