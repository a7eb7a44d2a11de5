package org.commonweal.hub.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.commonweal.disclosure.Interval;
import org.commonweal.disclosure.Losses;
import org.commonweal.disclosure.Protection;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a draft into the document that it would be published as, from the rows as they are now. */
@Component
class Composer {
    private static final String LICENSE = "CC-BY-4.0";
    private final Sources sources;
    private final Versions versions;
    private final Findings findings;
    private final Guard guard;
    private final Organisations organisations;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(Sources.AT_ONCE, true);

    Composer(
            Sources sources,
            Versions versions,
            Findings findings,
            Guard guard,
            Organisations organisations,
            Clock clock) {
        this.sources = sources;
        this.versions = versions;
        this.findings = findings;
        this.guard = guard;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Does what composes, three at a time: so many fit into the memory, and the rest wait. To be asked outside of a
     * transaction, for who waits must hold no connection that those at work need.
     */
    <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** @throws Refusal when the source is gone or has too many rows, or the table would be too large */
    Composition compose(Draft draft) {
        Dataset.Description source = sources.get(draft.source());
        Tabulation table = Tabulation.of(
                draft.spec(),
                source,
                sources.rows(source, draft.spec().variable(), draft.spec().clock()));
        Map<Finding, Set<Spot>> guarded = guard.toWithhold(draft, table, Tabulation.protection(source));
        Set<Spot> more = guarded.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<Document.Cell> cells = Cells.withholding(table.cells(), more::contains);
        Document document = document(draft, source, table, cells);
        return new Composition(draft, source, sources.topics(draft.source()), table, document, guarded);
    }

    private Document document(Draft draft, Dataset.Description source, Tabulation table, List<Document.Cell> cells) {
        Document.Corrects corrects = corrects(draft);
        return new Document(
                Document.FORMAT,
                Finding.KIND,
                draft.finding(),
                corrects == null ? 1 : corrects.version() + 1,
                null,
                draft.language(),
                draft.title(),
                draft.limitations(),
                LICENSE,
                organisation(source.organisation()),
                Provenance.of(source, table).told(),
                answers(source),
                period(draft.spec(), source, table.spanOfCounted(), cells),
                protection(source),
                variable(draft.spec().variable(), source),
                statement(draft.spec(), source, table),
                draft.spec().areas(),
                removed(draft.spec(), source, table, cells),
                cells,
                null,
                corrects);
    }

    private Document.Organisation organisation(UUID id) {
        String name = organisations.find(id).map(OrganisationRef::name).orElse("");
        return new Document.Organisation(id, name);
    }

    private Document.@Nullable Corrects corrects(Draft draft) {
        if (draft.corrects() == null) return null;
        Finding finding = findings.find(draft.corrects()).orElseThrow(Refusal::notFound);
        Version last = versions.get(finding.id(), finding.version());
        return new Document.Corrects(last.number(), last.sha256(), draft.reason());
    }

    private static Document.Answers answers(Dataset.Description source) {
        Protection rule = Tabulation.protection(source);
        int base = rule.roundingBase();
        return new Document.Answers(
                round(source.received(), base), round(source.approved(), base), round(source.rejected(), base), base);
    }

    // About people the periods that are listed bound the time: an earlier or later answer may be one person's. Not so
    // where a figure of the whole time is told, which counts the earlier and later ones too. A month is told to its
    // end, but of days that have not come nothing is known.
    private Document.Period period(Spec spec, Dataset.Description source, Span span, List<Document.Cell> cells) {
        LocalDate first = span.firstDay(source.people());
        LocalDate last = span.lastDay(source.people());
        TreeSet<String> listed = cells.stream()
                .map(Document.Cell::period)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean whole = cells.stream()
                .anyMatch(cell -> cell.isPublished() && cell.period().isEmpty());
        boolean bounded = source.people() && !listed.isEmpty() && !whole;
        LocalDate told = bounded && spec.until() == null ? Times.lastDay(listed.last()) : last;
        LocalDate today = LocalDate.ofInstant(clock.instant(), source.zone());
        return new Document.Period(
                bounded && spec.from() == null ? Times.firstDay(listed.first()) : first,
                told.isAfter(today) ? today : told,
                source.zone().getId(),
                spec.times(),
                spec.clock().isEmpty() ? null : variable(spec.clock(), source));
    }

    private static Document.Protection protection(Dataset.Description source) {
        Protection rule = Tabulation.protection(source);
        String told = source.people()
                ? "Cells with fewer than k distinct contributors, or of which one contributor gave more than the greatest"
                        + " share, are withheld, and others with them until no withheld cell can be computed. Places and"
                        + " periods of which nothing may be told are not listed. Counts are multiples of the base; values"
                        + " are told in steps of at most half of their interval's half width."
                : "The figures are about things. Who contributed and where exactly a thing stands is withheld.";
        return new Document.Protection(
                source.people() ? "people" : "things", rule.k(), rule.greatestShare(), rule.roundingBase(), told);
    }

    private static Document.Variable variable(String name, Dataset.Description source) {
        return Sources.variable(source, name)
                .map(asked -> new Document.Variable(
                        asked.name(), asked.label().original(), asked.type(), asked.unit(), known(asked.label())))
                .orElse(new Document.Variable("", "", "form", "", null));
    }

    private static @Nullable Map<String, String> known(Text label) {
        return label.known().isEmpty() ? null : label.known();
    }

    private static Document.Statement statement(Spec spec, Dataset.Description source, Tabulation table) {
        Optional<Text> option = Sources.variable(source, spec.variable()).stream()
                .flatMap(asked -> asked.options().stream())
                .filter(one -> one.name().equals(spec.option()))
                .map(Dataset.Option::label)
                .findFirst();
        String condition = !spec.option().isEmpty()
                ? "= " + spec.option()
                : spec.limit() == null ? "" : spec.comparison() + " " + spec.limit();
        return new Document.Statement(
                spec.statistic(),
                option.map(Text::original).orElse(""),
                condition,
                Interval.NOMINAL_COVERAGE,
                table.findMethod().orElse(null),
                option.map(Composer::known).orElse(null));
    }

    private static Document.Removed removed(
            Spec spec, Dataset.Description source, Tabulation table, List<Document.Cell> cells) {
        Protection rule = Tabulation.protection(source);
        Losses lost = table.plan().losses();
        long refused = table.refused().size();
        long withoutTime = table.withoutTime();
        int base = rule.roundingBase();
        return new Document.Removed(
                round(lost.rows(), base),
                told(lost.rowsWithoutValue() - refused, base),
                told(lost.rowsWithoutPlace(), base),
                told(lost.rowsOutsidePeriods() - withoutTime, base),
                cells.stream().filter(cell -> !cell.isPublished()).count(),
                told(refused, base),
                spec.clock().isEmpty() ? null : told(withoutTime, base),
                base);
    }

    // That nobody was left out would be as telling as that one was, and a nought for one would be untrue.
    private static @Nullable Long told(long count, int base) {
        return count < base && base > 1 ? null : Long.valueOf(round(count, base));
    }

    static long round(long count, int base) {
        return (count + base / 2) / base * base;
    }
}
