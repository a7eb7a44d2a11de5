package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * The rules as Hundepool et al., Statistical Disclosure Control (2012), ch. 4, and Willenborg &amp; de Waal, Elements of
 * Statistical Disclosure Control (2001), ch. 6, state them, on tables of our own.
 */
class SuppressionTest {
    /** All claims of the pattern that is published, not only those that its last steps asked for. */
    @Property(tries = 300)
    void whatIsPublishedHoldsAskedAnew(
            @ForAll @IntRange(min = 1, max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 3) int regions) {
        RandomTable drawn = RandomTable.of(seed, 2 + seed % 9, 1 + seed % 7, regions);
        Protection protection = drawn.request().protection();
        Intake intake = Intake.of(drawn.rows(), drawn.request());
        Table table = Table.of(drawn.rows(), intake, drawn.request().periods());
        Contributors contributors = Contributors.of(drawn.rows(), table, protection);
        Suppression pattern = Suppression.of(table, contributors, protection);
        Assume.that(pattern.isPassed()
                && IntStream.range(0, table.cells())
                        .anyMatch(cell ->
                                cell != table.grandTotal() && table.rows(cell) > 0 && !pattern.isWithheld(cell)));
        assertThat(pattern.holds()).as("seed %d, %d regions", seed, regions).isTrue();
    }

    @Test
    void publishesATableWithoutUnsafeCells() {
        assertPlan("""
                place | jan | feb
                Alba  | 10  | 20
                Bero  | .   | 90
                """, """
                place | jan | feb | all
                Alba  | 10  | 20  | 30
                Bero  | .   | 90  | 90
                all   | 10  | 110 | 120
                """);
    }

    /** Secondary suppression: one cell needs a partner in its row, one in its column, and the fourth corner. */
    @Test
    void takesTheCheapestRectangle() {
        assertPlan("""
                place | jan | feb | mar
                Alba  | 3   | 20  | 40
                Bero  | 15  | 90  | 30
                Cima  | 60  | 25  | 70
                """, """
                place | jan | feb | mar | all
                Alba  | few | 20  | x   | 63
                Bero  | x   | 90  | x   | 135
                Cima  | 60  | 25  | 70  | 155
                all   | 78  | 135 | 140 | 353
                """);
    }

    @Test
    void withholdsAnEmptyCellWhereThatCostsNothing() {
        assertPlan("""
                place | jan | feb | mar
                Alba  | 3   | 20  | 40
                Bero  | 15  | .   | 30
                Cima  | 60  | 25  | 70
                """, """
                place | jan | feb | mar | all
                Alba  | few | x   | 40  | 63
                Bero  | x   | x   | 30  | 45
                Cima  | 60  | 25  | 70  | 155
                all   | 78  | 45  | 140 | 263
                """);
    }

    /** Four small cells hide each other from subtraction, but the nine people behind a row's two would stand alone. */
    @Test
    void doesNotLetFewPeopleHideEachOther() {
        assertPlan("""
                place | jan | feb | mar
                Alba  | 4   | 5   | 50
                Bero  | 5   | 4   | 50
                Cima  | 40  | 40  | 40
                """, """
                place | jan | feb | mar | all
                Alba  | few | few | x   | 59
                Bero  | few | few | x   | 59
                Cima  | x   | x   | 40  | 120
                all   | 49  | 49  | 140 | 238
                """);
    }

    /** (n,k)-dominance with n = 1 and k = 50 %. */
    @Test
    void withholdsACellThatOneContributorDominates() {
        assertPlan("""
                place | jan   | feb | mar
                Alba  | 12+13 | 20  | 40
                Bero  | 12+12 | 90  | 30
                Cima  | 60    | 25  | 70
                """, """
                place | jan | feb | mar | all
                Alba  | one | 20  | x   | 85
                Bero  | x   | 90  | x   | 144
                Cima  | 60  | 25  | 70  | 155
                all   | 109 | 135 | 140 | 384
                """);
    }

    @Test
    void protectsRegionsAndTownsTogether() {
        assertPlan("""
                place      | jan | feb | mar
                North/Alba | 3   | 20  | 40
                North/Bero | 15  | 12  | 30
                South/Cima | 60  | 25  | 70
                South/Dori | 60  | 25  | 10+30
                """, """
                place | jan | feb | mar | all
                Alba  | few | x   | 40  | 63
                Bero  | x   | x   | 30  | 57
                Cima  | 60  | x   | x   | 155
                Dori  | 60  | x   | one | 125
                North | 18  | 32  | 70  | 120
                South | 120 | 50  | 110 | 280
                all   | 138 | 82  | 180 | 400
                """);
    }

    /** Alba is all of North: its cell can be read off the region's. */
    @Test
    void withholdsARegionThatIsOneTown() {
        assertPlan("""
                place      | jan | feb
                North/Alba | 3   | 20
                South/Cima | 60  | 25
                South/Dori | 60  | 25
                """, """
                place | jan | feb | all
                Alba  | few | x   | 23
                Cima  | x   | x   | 85
                Dori  | 60  | 25  | 85
                North | few | x   | 23
                South | x   | x   | 170
                all   | 123 | 70  | 193
                """);
    }

    @Test
    void oneColumnIsItsOwnTotal() {
        assertPlan("""
                place | jan
                Alba  | 3
                Bero  | 20
                Cima  | 30
                """, """
                place | jan | all
                Alba  | few | few
                Bero  | x   | x
                Cima  | 30  | 30
                all   | 53  | 53
                """);
    }

    @Test
    void oneRowIsItsOwnTotal() {
        assertPlan("""
                place | jan | feb | mar
                Alba  | 3   | 20  | 30
                """, """
                place | jan | feb | mar | all
                Alba  | few | x   | 30  | 53
                all   | few | x   | 30  | 53
                """);
    }

    @Test
    void onlyTheGrandTotalIsSafe() {
        assertPlan("""
                place | jan | feb
                Alba  | 4   | 4
                Bero  | 4   | 4
                """, """
                place | jan | feb | all
                Alba  | few | few | few
                Bero  | few | few | few
                all   | few | few | 16
                """);
    }

    @Test
    void nothingIsSafe() {
        Plan plan = assertPlan("""
                place | jan | feb
                Alba  | 3   | .
                Bero  | .   | 4
                """, """
                place | jan | feb | all
                Alba  | few | .   | few
                Bero  | .   | few | few
                all   | few | few | few
                """);
        assertThat(plan.verdict()).isEqualTo(Verdict.NOTHING_SAFE);
    }

    @Test
    void thingsHideNothing() {
        Drawing drawing = Drawing.of("""
                place | jan  | feb
                Alba  | 1    | .
                Bero  | 0+90 | 2
                """);
        Plan plan = Disclosure.plan(drawing.rows(), drawing.request().protecting(Protection.things()));
        assertThat(drawing.drawn(plan)).isEqualTo("""
                place | jan | feb | all
                Alba  | 1   | .   | 1
                Bero  | 90  | 2   | 92
                all   | 91  | 2   | 93
                """);
    }

    private static Plan assertPlan(String table, String expected) {
        Drawing drawing = Drawing.of(table);
        Plan plan = drawing.plan();
        assertThat(drawing.drawn(plan)).isEqualTo(expected);
        return plan;
    }
}
