package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonweal.disclosure.Alternative;
import org.commonweal.disclosure.Decision;
import org.commonweal.disclosure.Losses;
import org.commonweal.disclosure.PlannedCell;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What would be published and what it would lose: for reviewers, with exact numbers.
 *
 * @param newer what was published since this correction was begun, null for nothing
 * @param refused why it can't be published, "" when it can
 * @param seen what publishing must find unchanged
 * @param told how many answers and people the figures stand for
 * @param losses how many they do not, by reason; empty where nothing is lost
 * @param withheld the first of them, with the reason of each
 * @param warnings what to think of before publishing
 */
public record PreviewView(
        String path,
        List<Crumb> crumbs,
        boolean changed,
        @Nullable Newer newer,
        String refused,
        String seen,
        BodyView body,
        List<Fact> told,
        List<Fact> losses,
        long withheldCount,
        List<Withheld> withheld,
        List<Kept> alternatives,
        List<String> warnings,
        String reason) {
    private static final int MOST_WITHHELD = 200;
    private static final int MOST_ABSURD = 20;

    /**
     * A version that somebody else published meanwhile.
     *
     * @param from the version that this correction was begun from
     */
    public record Newer(int version, int from, String title, String path) {}

    public record Withheld(String where, String period, String reason) {}

    /** What another grain would keep. */
    public record Kept(String name, boolean chosen, String published, String withheld, String rows, String people) {}

    static PreviewView of(Composition composition, Page page, boolean changed, @Nullable Newer newer) {
        Draft draft = composition.draft();
        Reading reading = new Reading(composition.document(), page);
        return new PreviewView(
                draft.path(),
                List.of(new Crumb(
                        composition.source().path(), composition.source().title())),
                changed,
                newer,
                composition.publishable() ? "" : page.t("evidence.verdict." + Cells.token(composition.verdict())),
                composition.seen(),
                BodyView.of(composition.document(), reading, List.of()),
                told(composition, page),
                losses(composition, page),
                withheld(composition).size(),
                reasons(composition, reading),
                alternatives(composition, page),
                warnings(composition, page),
                draft.reason());
    }

    private static List<Fact> told(Composition composition, Page page) {
        Losses lost = composition.table().plan().losses();
        List<Fact> facts = new ArrayList<>();
        fact(facts, page, "rows", lost.rows());
        fact(facts, page, "shown", lost.rowsShown());
        fact(facts, page, "contributors", lost.contributors());
        fact(facts, page, "contributors-shown", lost.contributorsShown());
        return facts;
    }

    // Only what no figure stands for, or none of its own place and time; and only where there is some.
    private static List<Fact> losses(Composition composition, Page page) {
        Losses lost = composition.table().plan().losses();
        long refused = composition.table().refused().size();
        long withoutTime = composition.table().withoutTime();
        List<Fact> facts = new ArrayList<>();
        fact(facts, page, "without-answer", lost.rowsWithoutValue() - refused);
        fact(facts, page, "refused", refused);
        fact(facts, page, "without-place", lost.rowsWithoutPlace());
        fact(facts, page, "outside-period", lost.rowsOutsidePeriods() - withoutTime);
        fact(facts, page, "without-time", withoutTime);
        fact(
                facts,
                page,
                "withheld",
                lost.rows()
                        - lost.rowsWithoutValue()
                        - lost.rowsWithoutPlace()
                        - lost.rowsOutsidePeriods()
                        - lost.rowsShown()
                        - lost.rowsInTotalsOnly());
        fact(facts, page, "in-totals", lost.rowsInTotalsOnly());
        fact(facts, page, "contributors-in-totals", lost.contributorsInTotalsOnly());
        fact(
                facts,
                page,
                "contributors-lost",
                lost.contributors() - lost.contributorsShown() - lost.contributorsInTotalsOnly());
        return facts;
    }

    private static void fact(List<Fact> facts, Page page, String key, long number) {
        if (number > 0) facts.add(Fact.of(page.t("evidence.loss." + key), page.number(number)));
    }

    private static List<Map.Entry<Spot, PlannedCell>> withheld(Composition composition) {
        return composition.table().planned().entrySet().stream()
                .filter(cell ->
                        cell.getValue().decision() != Decision.PUBLISHED || composition.isGuarded(cell.getKey()))
                .toList();
    }

    private static List<Withheld> reasons(Composition composition, Reading reading) {
        return withheld(composition).stream()
                .limit(MOST_WITHHELD)
                .map(cell -> new Withheld(
                        reading.numberedWhere(Cells.withheld(cell.getKey())),
                        reading.period(cell.getKey().period()),
                        reading.t("decision." + decision(cell.getValue()))))
                .toList();
    }

    private static String decision(PlannedCell cell) {
        return cell.decision() == Decision.PUBLISHED ? "earlier-version" : Cells.token(cell.decision());
    }

    private static List<Kept> alternatives(Composition composition, Page page) {
        Spec spec = composition.draft().spec();
        List<Kept> kept = new ArrayList<>();
        for (Alternative one : composition.table().plan().listAlternatives()) {
            String name = page.t("evidence.form.areas." + one.levelName());
            kept.add(kept(name, one, one.levelName().equals(spec.areas().token()), page));
        }
        composition.table().longerPeriods().forEach((times, one) -> {
            String name = page.t("evidence.form.areas." + spec.areas().token()) + ", "
                    + page.t("evidence.form.times." + times.token());
            kept.add(kept(name, one, false, page));
        });
        return kept;
    }

    private static Kept kept(String name, Alternative one, boolean chosen, Page page) {
        return new Kept(
                name,
                chosen,
                page.number(one.cellsPublished()),
                page.number(one.cellsWithheld()),
                percent(one.losses().rowsShown(), one.losses().rows(), page),
                percent(one.losses().contributorsShown(), one.losses().contributors(), page));
    }

    private static String percent(long part, long all, Page page) {
        return all == 0 ? "" : page.number(100.0 * part / all, 0) + " %";
    }

    private static List<String> warnings(Composition composition, Page page) {
        Document document = composition.document();
        Stream<String> unanimous = document.cells().stream().anyMatch(PreviewView::isUnanimous)
                ? Stream.of(page.t("evidence.warning.unanimous"))
                : Stream.of();
        int k = document.protection().k();
        Stream<String> rare = document.people()
                        && document.statistic().name() == Statistic.SHARE
                        && document.cells().stream().anyMatch(cell -> isRare(cell, k))
                ? Stream.of(page.t("evidence.warning.rare", k))
                : Stream.of();
        Stream<String> subtracted = composition.guarded().keySet().stream()
                .map(other -> page.t("evidence.warning.subtracted", other.title()));
        Stream<String> absurd = named(composition.table().outOfMeasure(), "out-of-measure", page);
        Stream<String> strange = named(composition.table().refused(), "refused", page);
        return Stream.of(absurd, strange, unanimous, rare, subtracted)
                .flatMap(all -> all)
                .toList();
    }

    private static boolean isUnanimous(Document.Cell cell) {
        return cell.caveats() != null && cell.caveats().contains("unanimous");
    }

    // Whether fewer than k answers are on one side of a share, as far as its rounded figures tell.
    private static boolean isRare(Document.Cell cell, int k) {
        return cell.value() != null
                && cell.n() != null
                && !isUnanimous(cell)
                && Math.min(cell.value(), 1 - cell.value()) * cell.n() < k;
    }

    private static Stream<String> named(List<Dataset.Row> rows, String why, Page page) {
        return rows.stream()
                .limit(MOST_ABSURD)
                .map(row -> page.t(
                        "evidence.warning." + why,
                        row.values().getFirst().strip(),
                        page.date(row.at()),
                        row.submission().toString()));
    }
}
