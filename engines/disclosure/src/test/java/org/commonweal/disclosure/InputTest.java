package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InputTest {
    private static final Hierarchy TOWNS = Hierarchy.of(List.of(
            new Hierarchy.Level("town", place -> place),
            new Hierarchy.Level("region", place -> place == 8 ? Rows.ABSENT : 1)));

    @Test
    void columnsMustBeEquallyLongAndFinite() {
        assertFaults(
                () -> Rows.of(new double[] {1, 1 / 0.0}, new long[2], new long[3], new int[1]),
                "Column ‹places› must have as many entries as ‹values› (2), has 3.",
                "Column ‹periods› must have as many entries as ‹values› (2), has 1.",
                "A value must be at most 1.0E15 above or below nought, row 1 is Infinity. Give NaN for an answer that is missing.");
    }

    @Test
    void aRequestTellsAllItsFaults() {
        assertFaults(
                () -> new Request(List.of(), Protection.people(), TOWNS, List.of(1, 0, 5), 0),
                "A request must have at least one measure, has none.",
                "The number of periods must be >= 1, was 0.",
                "Levels must go from fine to coarse, 0 follows 1.",
                "Level 5 is not in the hierarchy. Levels there: [town, region], counted from 0.");
    }

    @Test
    void protectionOfPeopleIsRaisedOnly() {
        assertFaults(() -> Protection.people(9), "k for people must be >= 10, was 9. It can be raised only.");
        assertFaults(
                () -> new Protection(Protection.Unit.PEOPLE, 10, 0.6, 5),
                "The greatest share of one contributor must be in (0, 0.5], was 0.6.");
        assertFaults(
                () -> new Protection(Protection.Unit.PEOPLE, 10, 0.5, 3),
                "The rounding base must be >= 1, for people >= 5, was 3.");
        assertFaults(
                () -> new Protection(Protection.Unit.THINGS, 5, 1, 1),
                "k for things must be 1, was 5. Protect people instead.");
        assertThat(Protection.people(25).k()).isEqualTo(25);
    }

    @Test
    void aPeriodMustBeOneOfThoseAskedFor() {
        Request ask = Request.of(Measure.mean()).over(TOWNS, 0).periods(2);
        assertFaults(
                () -> Disclosure.plan(row(7, 2), ask),
                "A period must be < 2, row 0 has 2. Give Rows.NO_PERIOD for a row outside every period.");
    }

    @Test
    void aPlaceMustLieInEachPublishedLevel() {
        Request ask = Request.of(Measure.mean()).over(TOWNS, 0).alsoTotals(1);
        assertFaults(
                () -> Disclosure.plan(row(8, 0), ask),
                "Place 8 must lie in a place of level ‹region›, lies in none. Give it a parent or leave out that level.");
    }

    private static Rows row(long place, int period) {
        return Rows.of(new double[] {1}, new long[] {1}, new long[] {place}, new int[] {period});
    }

    private static void assertFaults(ThrowingCallable call, String... faults) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InputException.class, fault -> assertThat(fault.faults())
                .containsExactly(faults));
    }
}
