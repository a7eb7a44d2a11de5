package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Fact;
import org.jspecify.annotations.Nullable;

/** «How do we know?» of a document, line by line, and what must be told beside its numbers. */
final class Knowledge {
    private Knowledge() {}

    static List<Fact> facts(Document document, Reading reading, List<Fact> proof) {
        List<Fact> facts = new ArrayList<>();
        Document.Source source = document.source();
        Label question = reading.question();
        if (!question.words().isBlank())
            facts.add(Fact.said(reading.t("fact.question"), question.words(), question.language()));
        add(facts, reading, "who", apart(source.whoCouldAnswer()));
        add(facts, reading, "answers", answers(document, reading));
        add(
                facts,
                reading,
                "period",
                reading.t("period-zone", reading.span(), document.period().zone()));
        add(facts, reading, "time", time(document, reading));
        add(facts, reading, "ways", ways(document, reading));
        add(facts, reading, "forms", String.join(", ", source.forms()));
        add(facts, reading, "consent", consent(document, reading));
        add(facts, reading, "statistic", statistic(document, reading));
        add(facts, reading, "protection", protection(document, reading));
        add(facts, reading, "removed", removed(document, reading));
        add(facts, reading, "license", reading.t("license"));
        facts.addAll(proof);
        return facts;
    }

    /** Words of another language keep their own direction, question mark and all (Unicode Standard Annex 9, FSI). */
    private static String apart(String words) {
        return words.isBlank() ? "" : "\u2068" + words + "\u2069";
    }

    /** Digests and addresses of a published version. */
    static List<Fact> proof(Version version, Document document, Reading reading) {
        List<Fact> facts = new ArrayList<>();
        add(facts, reading, "digest", "SHA-256 " + version.sha256());
        if (document.inputs() != null)
            add(facts, reading, "rows", reading.t("root", document.inputs().root()));
        return facts;
    }

    static List<String> cautions(Document document, Reading reading) {
        Stream<String> told = document.cells().stream()
                .map(Document.Cell::caveats)
                .filter(Objects::nonNull)
                .flatMap(List::stream);
        boolean interval = document.cells().stream().anyMatch(cell -> cell.low() != null);
        boolean count = document.statistic().name() == Statistic.COUNT;
        return Stream.concat(
                        Stream.of(interval ? "as-if-random-sample" : "", count ? "count-is-complete" : "")
                                .filter(code -> !code.isEmpty()),
                        told)
                .distinct()
                .map(code -> code.equals("as-if-random-sample") && !document.people() ? code + "-things" : code)
                .map(code -> reading.t("caveat." + code))
                .toList();
    }

    private static String answers(Document document, Reading reading) {
        Page page = reading.page();
        Document.Answers answers = document.answers();
        String told = reading.t("answers", answers.received(), answers.approved(), answers.rejected());
        return answers.roundedTo() > 1 ? told + " " + page.t("evidence.rounded", answers.roundedTo()) : told;
    }

    // Documents before there were ways do not say how their rows came, and nothing is added to them.
    private static String time(Document document, Reading reading) {
        Document.Source source = document.source();
        Document.Variable by = document.period().by();
        if (by != null)
            return reading.t(
                    "time.question",
                    apart(Label.in(reading.page().lang(), by.label(), by.labels())
                            .words()));
        List<String> told = new ArrayList<>();
        if (source.has("web", "openrosa")) told.add(reading.t("time.form"));
        if (source.has("sensor", "import")) told.add(reading.t("time.given"));
        return String.join(" ", told);
    }

    private static String ways(Document document, Reading reading) {
        List<Document.Way> ways = document.source().ways();
        if (ways == null || ways.isEmpty()) return "";
        List<String> told = ways.stream()
                .map(one -> reading.t("way." + one.way(), number(one, reading)))
                .toList();
        int base = document.protection().roundingBase();
        return String.join(" · ", told) + (base > 1 ? ". " + reading.t("rounded", base) : "");
    }

    private static String number(Document.Way way, Reading reading) {
        return way.rows() == 0 ? reading.t("way-few") : reading.page().number(way.rows());
    }

    private static String consent(Document document, Reading reading) {
        Document.Source source = document.source();
        List<Integer> versions = source.consents();
        if (versions == null)
            return source.consentVersion() == 0 ? "" : reading.t("consent-version", source.consentVersion());
        if (versions.isEmpty()) return "";
        String told = versions.stream()
                .map(version -> reading.t("consent-version", version))
                .collect(Collectors.joining(" "));
        return source.has("sensor", "import") ? told + " " + reading.t("consent-of-forms") : told;
    }

    private static String statistic(Document document, Reading reading) {
        String measured = reading.measured().text();
        String name = measured
                + (measured.matches(".*[.?؟]\u2069?") ? " " : ". ")
                + reading.t("statistic-how." + document.statistic().name().token());
        String method = document.statistic().method();
        return method == null ? name : (name + " " + reading.t("method." + method) + " " + reading.coverage()).strip();
    }

    private static String protection(Document document, Reading reading) {
        Document.Protection rule = document.protection();
        return document.people()
                ? reading.t("protection.people", rule.k(), rule.roundingBase()) + " " + reading.t("protection.counted")
                : reading.t("protection.things");
    }

    private static String removed(Document document, Reading reading) {
        Document.Removed removed = document.removed();
        List<String> told = new ArrayList<>();
        if (removed.cellsWithheld() > 0) told.add(reading.t("removed.cells", removed.cellsWithheld()));
        tell(told, reading, "answer", removed.rowsWithoutAnswer());
        tell(told, reading, "not-offered", removed.rowsNotOffered());
        tell(told, reading, "place", removed.rowsWithoutPlace());
        tell(told, reading, "period", removed.rowsOutsidePeriod());
        tell(told, reading, "time", removed.rowsWithoutTime());
        Integer base = removed.roundedTo();
        if (base != null && base > 1) told.add(reading.t(told.isEmpty() ? "removed.few" : "removed.few-else", base));
        // True of every finding about people, and never a number: that would tell of somebody.
        boolean broken =
                document.areas().kind() != Areas.Kind.WHOLE || document.period().times() != Times.NONE;
        if (document.people() && broken) told.add(reading.t("removed.unlisted"));
        return told.isEmpty() ? reading.t("removed.nothing") : String.join(" ", told);
    }

    private static void tell(List<String> told, Reading reading, String why, @Nullable Long rows) {
        if (rows != null && rows > 0) told.add(reading.t("removed." + why, rows));
    }

    private static void add(List<Fact> facts, Reading reading, String key, String text) {
        if (!text.isBlank()) facts.add(Fact.of(reading.t("fact." + key), text));
    }
}
