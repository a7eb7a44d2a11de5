package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AttackTest {
    private static final int K = Protection.LEAST_PEOPLE;

    @Property(tries = 200)
    void noUnsafeCellIsDeterminedOrTightlyBound(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int places,
            @ForAll @IntRange(min = 1, max = 6) int periods,
            @ForAll @IntRange(min = 1, max = 3) int regions) {
        RandomTable table = RandomTable.of(seed, places, periods, regions);
        Plan plan = Disclosure.plan(table.rows(), table.request());
        Attacker attacker = new Attacker(table.rows(), table.request(), plan);

        assertThat(plan.verdict()).isNotEqualTo(Verdict.AUDIT_FAILED);
        if (attacker.knowsOnlyTheGrandTotal()) return;
        var determined = attacker.listDetermined();
        for (PlannedCell cell : attacker.listUnsafe()) {
            assertThat(determined).doesNotContain(cell.spot());
            double greatest = attacker.greatest(cell.spot());
            assertThat(greatest).isGreaterThanOrEqualTo(cell.rows() + K / 2 - 1e-6);
            assertThat(attacker.least(cell.spot()))
                    .as("the interval holds the truth and is at least k/2 wide")
                    .isLessThanOrEqualTo(cell.rows() + 1e-6)
                    .isLessThanOrEqualTo(greatest - K / 2 + 1e-6);
        }
    }

    @Property(tries = 200)
    void everyIsolatedGroupWithAnUnsafeCellHasKContributors(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int places,
            @ForAll @IntRange(min = 2, max = 4) int periods) {
        assertGroupsSafe(RandomTable.of(seed, places, periods, 1));
    }

    @Property(tries = 200)
    void everyIsolatedGroupIsSafeUnderRegionsToo(@ForAll long seed) {
        assertGroupsSafe(RandomTable.of(seed, 3, 2, 2));
    }

    private static void assertGroupsSafe(RandomTable table) {
        Plan plan = Disclosure.plan(table.rows(), table.request());
        Attacker attacker = new Attacker(table.rows(), table.request(), plan);
        var unsafe = attacker.listUnsafe().stream().map(PlannedCell::spot).toList();
        for (var group : attacker.listIsolatedGroups())
            if (group.stream().anyMatch(unsafe::contains)) {
                assertThat(attacker.contributorsOf(group)).as("%s", group).isGreaterThanOrEqualTo(K);
                assertThat(attacker.greatestShareOf(group)).as("%s", group).isLessThanOrEqualTo(0.5);
            }
    }
}
