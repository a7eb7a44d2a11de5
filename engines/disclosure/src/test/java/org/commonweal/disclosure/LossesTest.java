package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossesTest {
    @Test
    void countsEachDroppedRowOnceByItsFirstReason() {
        Rows rows = Rows.of(
                new double[] {Double.NaN, Double.NaN, 1, 1, 1, 1},
                new long[] {1, 2, 3, 4, 5, Rows.ABSENT},
                new long[] {7, Rows.ABSENT, Rows.ABSENT, 8, 7, 7},
                new int[] {0, 0, 0, 0, Rows.NO_PERIOD, 0});
        Hierarchy without8 =
                Hierarchy.of(List.of(new Hierarchy.Level("town", place -> place == 8 ? Rows.ABSENT : place)));
        Request ask = Request.of(Measure.mean()).over(without8, 0).protecting(Protection.things());
        assertThat(Disclosure.plan(rows, ask).losses()).isEqualTo(new Losses(6, 2, 2, 1, 1, 0, 5, 0, 0));
    }

    @Test
    void tellsRowsShownFromRowsInTotalsOnly() {
        Losses losses = Drawing.of("""
                place | jan | feb | mar
                Alba  | 3   | 20  | 40
                Bero  | 15  | 90  | 30
                Cima  | 60  | 25  | 70
                """).plan().losses();
        assertThat(losses).isEqualTo(new Losses(353, 0, 0, 0, 265, 88, 353, 265, 88));
        assertThat(losses.shareOfRowsLost()).isZero();
        assertThat(losses.rounded(Protection.people())).isEqualTo(new Losses(355, 0, 0, 0, 265, 90, 355, 265, 90));
    }

    @Test
    void everythingIsLostWhenNothingIsSafe() {
        Losses losses = Drawing.of("""
                place | jan | feb
                Alba  | 3   | .
                Bero  | .   | 4
                """).plan().losses();
        assertThat(losses.shareOfRowsLost()).isEqualTo(1, within(0.0));
        assertThat(losses.shareOfContributorsLost()).isEqualTo(1, within(0.0));
    }

    @Test
    void coarserPlacesKeepMore() {
        Plan plan = Drawing.of("""
                place      | jan | feb
                North/Alba | 3   | 20
                North/Bero | 15  | 12
                South/Cima | 4   | 25
                South/Dori | 12  | 25
                South/Elba | 30  | 40
                """).plan();
        assertThat(drawn(plan.listAlternatives())).isEqualTo("""
                level  | published | withheld | rows shown | in totals only | lost
                town   | 2         | 8        | 70         | 116            | 0 %
                region | 4         | 0        | 186        | 0              | 0 %
                """);
    }

    private static String drawn(List<Alternative> alternatives) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("level", "published", "withheld", "rows shown", "in totals only", "lost"));
        for (Alternative alternative : alternatives) {
            Losses losses = alternative.losses();
            lines.add(List.of(
                    alternative.levelName(),
                    "" + alternative.cellsPublished(),
                    "" + alternative.cellsWithheld(),
                    "" + losses.rowsShown(),
                    "" + losses.rowsInTotalsOnly(),
                    Math.round(100 * losses.shareOfRowsLost()) + " %"));
        }
        return Drawing.aligned(lines);
    }
}
