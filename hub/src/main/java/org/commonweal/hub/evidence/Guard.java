package org.commonweal.hub.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.disclosure.Protection;
import org.springframework.stereotype.Component;

/**
 * Keeps published tables from being subtracted: what a draft must withhold besides what its own table asks for.
 *
 * <p>Whoever has two tables of the same answers knows the figures of the rows that came or went between them. So the draft
 * is compared with each version of each finding of the same source that tells of the same answers, the withdrawn ones too:
 * others may have kept them. Over the same grid, what was withheld stays withheld, and the rows that changed are planned as
 * a table of their own ({@link Difference}); over another grid {@link Overlap} decides. What the pairs withhold may still
 * be told where all tables {@link Together} tell only safe groups apart. Withholding more never harms what the draft's own
 * plan secured.
 */
@Component
class Guard {
    private final Findings findings;
    private final Versions versions;
    private final Inputs inputs;

    Guard(Findings findings, Versions versions, Inputs inputs) {
        this.findings = findings;
        this.versions = versions;
        this.inputs = inputs;
    }

    /** The cells to withhold, by the finding that asks for it; findings that ask for none are left out. */
    Map<Finding, Set<Spot>> toWithhold(Draft draft, Tabulation next, Protection protection) {
        Map<Finding, Set<Spot>> withheld = new LinkedHashMap<>();
        if (protection.unit() == Protection.Unit.THINGS) return withheld;
        Set<Spot> told = told(next.cells());
        for (Finding finding : findings.listEver(draft.source())) {
            Set<Spot> spots = new HashSet<>();
            for (Version before : comparable(finding, draft))
                spots.addAll(unsafe(earlier(finding, before, draft, next), draft, next, protection));
            // What the draft's own plan does not tell needs nobody's warning.
            spots.retainAll(told);
            if (!spots.isEmpty()) withheld.put(finding, spots);
        }
        Set<Spot> wanted = withheld.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (wanted.isEmpty()) return withheld;
        told.removeAll(wanted);
        Set<Spot> released = together(draft, next, protection).release(told, wanted);
        withheld.values().forEach(spots -> spots.removeAll(released));
        withheld.values().removeIf(Set::isEmpty);
        return withheld;
    }

    private Together together(Draft draft, Tabulation next, Protection protection) {
        List<PlacedRow> rows = next.counted();
        Together all = new Together(
                rows.stream().map(next::spotOf).toList(),
                rows.stream().map(placed -> placed.row().contributor()).toList(),
                protection);
        for (Finding finding : findings.listEver(draft.source()))
            for (Version before : comparable(finding, draft)) {
                Earlier earlier = earlier(finding, before, draft, next);
                all.add(
                        told(earlier.document().cells()),
                        earlier.old(),
                        earlier.now().stream().map(Input::digest).toList());
            }
        return all;
    }

    /**
     * A version that stands beside the draft.
     *
     * @param own whether the draft corrects it
     * @param old its rows
     * @param now the draft's rows, in their order, under the same key
     */
    private record Earlier(boolean own, Document document, List<Input> old, List<Input> now) {}

    private List<Version> comparable(Finding finding, Draft draft) {
        boolean own = finding.id().equals(draft.finding());
        return versions.list(finding.id()).stream()
                .filter(before -> !before.isTombstone())
                .filter(before -> own || isComparable(before.document(), draft.spec()))
                .toList();
    }

    private Earlier earlier(Finding finding, Version before, Draft draft, Tabulation next) {
        return new Earlier(
                finding.id().equals(draft.finding()),
                before.document(),
                inputs.list(finding.id(), before.number()),
                inputsOf(next, inputs.key(finding.id(), before.number())));
    }

    private static Set<Spot> unsafe(Earlier earlier, Draft draft, Tabulation next, Protection protection) {
        Document document = earlier.document();
        if (!earlier.own() && isApart(earlier.old(), earlier.now())) return Set.of();
        if (!draft.spec().sameGrid(document.areas(), document.period()))
            return new Overlap(document, earlier.old(), next.cells(), earlier.now()).unsafe(protection);
        Set<Spot> withheld = untold(document, earlier.old());
        withheld.addAll(Difference.unsafe(changed(earlier.old(), earlier.now()), protection));
        return withheld;
    }

    /**
     * Values of different questions can't be subtracted. Counts can, whatever was asked: a count of answers is one of forms
     * that have some.
     */
    private static boolean isComparable(Document before, Spec next) {
        return before.variable().name().equals(next.variable())
                || (before.statistic().name() == Statistic.COUNT && next.statistic() == Statistic.COUNT);
    }

    // As of January and of February: no row stands in both.
    private static boolean isApart(List<Input> old, List<Input> now) {
        Set<String> before = old.stream().map(Input::digest).collect(Collectors.toSet());
        return now.stream().map(Input::digest).noneMatch(before::contains);
    }

    /** The rows that count, as the given key tells them. */
    static List<Input> inputsOf(Tabulation table, InputKey key) {
        return table.counted().stream()
                .map(placed -> new Input(
                        key.row(placed.row().sha256()),
                        key.contributor(placed.row().contributor()),
                        table.spotOf(placed)))
                .toList();
    }

    // Cells that had rows and no figures, and those that were withheld without having any, to protect others.
    private static Set<Spot> untold(Document before, List<Input> rows) {
        Set<Spot> spots = new HashSet<>();
        rows.forEach(row -> Difference.spotsOf(row.spot()).forEach(spots::add));
        before.cells().stream().map(Document.Cell::spot).forEach(spots::add);
        spots.removeAll(told(before.cells()));
        return spots;
    }

    private static Set<Spot> told(List<Document.Cell> cells) {
        return cells.stream()
                .filter(Document.Cell::isPublished)
                .map(Document.Cell::spot)
                .collect(Collectors.toSet());
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
