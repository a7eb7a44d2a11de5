package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PublisherTest {
    @Test
    void thePublicSeesRoundedCountsAndNoReasons() {
        Drawing drawing = Drawing.of("""
                place | jan | feb | mar
                Alba  | 3   | 22  | 43
                Bero  | 15  | .   | 31
                Cima  | 60  | 27  | 70
                Dori  | 1   | .   | .
                """);
        assertThat(drawing.drawnPublic(drawing.plan().publish())).isEqualTo("""
                place | jan      | feb      | mar | all
                Alba  | withheld | withheld | 45  | 70
                Bero  | withheld | .        | 30  | withheld
                Cima  | 60       | 25       | 70  | 155
                all   | 80       | 50       | 145 | 270
                """);
    }

    @Test
    void doesNotListAPlaceOfWhichNothingIsTold() {
        Drawing drawing = Drawing.of("""
                place | jan | feb | mar
                Alba  | 3   | 2   | .
                Bero  | 24  | 40  | 50
                Cima  | 32  | 60  | 70
                """);
        assertThat(drawing.drawnPublic(drawing.plan().publish())).isEqualTo("""
                place | jan      | feb      | mar | all
                Bero  | withheld | withheld | 50  | withheld
                Cima  | 30       | 60       | 70  | 160
                all   | 60       | 100      | 120 | 280
                """);
    }

    @Test
    void figuresAboutThingsAreExact() {
        Request ask = everything().protecting(Protection.things());
        assertThat(Told.of(ask, 2, 4, 4, 5, 7, 9, 11)).isEqualTo("""
                n = 7
                COUNT 7 [2.814363, 14.422675] POISSON_EXACT 0.950 [AS_IF_RANDOM_SAMPLE, COUNT_IS_COMPLETE]
                SHARE 0.285714 [0.082219, 0.641066] WILSON_SCORE 0.950 [AS_IF_RANDOM_SAMPLE]
                MEAN 6 [3.075381, 8.924619] STUDENT_T 0.950 [AS_IF_RANDOM_SAMPLE]
                MEDIAN 5 [2, 11] MEDIAN_ORDER_STATISTICS 0.984 [AS_IF_RANDOM_SAMPLE]
                """);
    }

    @Test
    void figuresAboutPeopleAreToldNoFinerThanTheirIntervals() {
        assertThat(Told.of(everything(), Told.numbers(1, 23))).isEqualTo("""
                n = 25
                COUNT 25 [15, 40] POISSON_EXACT 0.950 [AS_IF_RANDOM_SAMPLE, COUNT_IS_COMPLETE]
                SHARE 0.05 [0, 0.25] WILSON_SCORE 0.950 [AS_IF_RANDOM_SAMPLE]
                MEAN 12 [9, 15] STUDENT_T 0.950 [AS_IF_RANDOM_SAMPLE]
                MEDIAN 12 [6, 18] MEDIAN_ORDER_STATISTICS 0.965 [AS_IF_RANDOM_SAMPLE]
                """);
    }

    @Property
    void aCountAboutPeopleIsItsRoundedNumberOfRows(@ForAll @IntRange(min = 10, max = 5000) int people) {
        Rows rows =
                Rows.of(new double[people], LongStream.range(0, people).toArray(), new long[people], new int[people]);
        Cell.Published cell = (Cell.Published)
                Disclosure.plan(rows, Request.of(Measure.count())).publish().getFirst();
        Figure figure = cell.figures().getFirst();
        assertThat(figure.value()).isEqualTo(cell.n());
        assertThat(figure.value() % 5).isZero();
        assertThat(figure.value())
                .isBetween(people - 2.5, people + 2.5)
                .isBetween(figure.interval().low(), figure.interval().high());
    }

    @Test
    void saysWhyAnIntervalIsMissing() {
        Request ask = everything().protecting(Protection.things());
        assertThat(Told.of(ask, 4)).isEqualTo("""
                n = 1
                COUNT 1 [0.025318, 5.571643] POISSON_EXACT 0.950 [AS_IF_RANDOM_SAMPLE, COUNT_IS_COMPLETE]
                SHARE 1 [0.206549, 1] WILSON_SCORE 0.950 [AS_IF_RANDOM_SAMPLE]
                MEAN 4 NEEDS_TWO_VALUES []
                MEDIAN 4 NEEDS_SIX_VALUES []
                """);
    }

    @Test
    void warnsWhenEverybodyAnsweredAlikeOrSomeAnsweredTwice() {
        double[] values = new double[30];
        long[] contributors = LongStream.range(0, 30).map(row -> row % 15).toArray();
        assertThat(Told.of(Request.of(Measure.mean(), Measure.share(0)), values, contributors))
                .isEqualTo("""
                n = 30
                MEAN 0 NO_SPREAD [UNANIMOUS]
                SHARE 1 [0.88, 1] WILSON_SCORE 0.950 [AS_IF_RANDOM_SAMPLE, REPEATED_CONTRIBUTORS, UNANIMOUS]
                """);
    }

    @Test
    void refusesToPublishWhatIsNotSafe() {
        Plan few = Drawing.of("""
                place | jan
                Alba  | 9
                """).plan();
        assertThatThrownBy(few::publish)
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.verdict())
                        .isEqualTo(Verdict.NOTHING_SAFE));
        Plan none = Disclosure.plan(Rows.of(new double[0], new long[0], new long[0], new int[0]), everything());
        assertThat(none.verdict()).isEqualTo(Verdict.NO_ROWS);
        assertThat(none.listCells()).isEmpty();
    }

    @Test
    void rowsWithoutAContributorAreNobody() {
        long[] nobody = LongStream.generate(() -> Rows.ABSENT).limit(100).toArray();
        Rows rows = Rows.of(new double[100], nobody, new long[100], new int[100]);
        assertThat(Disclosure.plan(rows, everything()).verdict()).isEqualTo(Verdict.NOTHING_SAFE);
    }

    @Test
    void withoutPlacesARowNeedsNone() {
        long[] nowhere = LongStream.generate(() -> Rows.ABSENT).limit(12).toArray();
        Rows rows = Rows.of(new double[12], LongStream.range(0, 12).toArray(), nowhere, new int[12]);
        assertThat(Disclosure.plan(rows, everything()).losses().rowsShown()).isEqualTo(12);
    }

    private static Request everything() {
        return Request.of(Measure.count(), Measure.share(4), Measure.mean(), Measure.median());
    }
}
