package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is withheld beside the unsafe cells, held against all that could be: every pattern of a small table, attacked. */
class LeastLossTest {
    private static final int K = Protection.LEAST_PEOPLE;
    private static final double DOUBT = K / 2.0;
    private static final int TABLES = 120;

    @Test
    void takesTheSmallerOfTwoPartners() {
        Drawing drawing = Drawing.of("""
                place | jan
                Alba  | 30
                Bero  | 20
                Cima  | 4
                """);
        assertThat(drawing.drawn(drawing.plan())).isEqualTo("""
                place | jan | all
                Alba  | 30  | 30
                Bero  | x   | x
                Cima  | few | few
                all   | 54  | 54
                """);
    }

    /** The oracle shares no code with the engine: every subset of the safe cells, attacked by fractions and simplex. */
    @Test
    void losesNoMoreThanTheBestOfAllPatterns() {
        int tables = 0;
        for (long seed = 1; tables < TABLES; seed++) {
            Small small = Small.of(RandomTable.of(seed, 3, 1 + (int) (seed % 2), 1));
            if (small.unsafe().isEmpty() || small.attacker(small.taken()).knowsOnlyTheGrandTotal()) continue;
            tables++;
            assertThat(small.loss(small.taken())).as("seed %d", seed).isEqualTo(small.leastLoss());
        }
    }

    /** A table with all its cells, the empty ones too, and what the engine withholds of it. */
    private record Small(RandomTable table, List<PlannedCell> cells, Set<Spot> taken) {
        static Small of(RandomTable table) {
            Plan plan = Disclosure.plan(table.rows(), table.request());
            Set<Spot> taken = plan.listCells().stream()
                    .filter(cell -> cell.decision() != Decision.PUBLISHED)
                    .map(PlannedCell::spot)
                    .collect(Collectors.toSet());
            return new Small(table, cellsOf(table), taken);
        }

        private static List<PlannedCell> cellsOf(RandomTable table) {
            List<PlannedCell> cells = new ArrayList<>();
            long[] places =
                    Arrays.stream(table.rows().places).distinct().sorted().toArray();
            for (int period = Spot.WHOLE_PERIOD; period < table.request().periods(); period++) {
                for (long place : places) cells.add(cellAt(table, new Spot(place, 0, period)));
                cells.add(cellAt(table, new Spot(Rows.ABSENT, Spot.EVERYWHERE, period)));
            }
            return cells;
        }

        private static PlannedCell cellAt(RandomTable table, Spot spot) {
            Rows rows = table.rows();
            long[] who = IntStream.range(0, rows.size())
                    .filter(row -> spot.level() == Spot.EVERYWHERE || rows.places[row] == spot.place())
                    .filter(row -> spot.period() == Spot.WHOLE_PERIOD || rows.periods[row] == spot.period())
                    .mapToLong(row -> rows.contributors[row])
                    .toArray();
            int people = (int) Arrays.stream(who)
                    .filter(one -> one != Rows.ABSENT)
                    .distinct()
                    .count();
            long most =
                    LongStream.of(who)
                            .boxed()
                            .collect(Collectors.groupingBy(one -> one, Collectors.counting()))
                            .values()
                            .stream()
                            .max(Long::compare)
                            .orElse(0L);
            Decision decision = who.length == 0 || people >= K && 2 * most <= who.length
                    ? Decision.PUBLISHED
                    : Decision.TOO_FEW_CONTRIBUTORS;
            return new PlannedCell(spot, decision, who.length, people);
        }

        List<PlannedCell> unsafe() {
            return cells.stream()
                    .filter(cell -> cell.decision() != Decision.PUBLISHED)
                    .toList();
        }

        long leastLoss() {
            List<PlannedCell> safe = cells.stream()
                    .filter(cell -> cell.decision() == Decision.PUBLISHED)
                    .toList();
            return IntStream.range(0, 1 << safe.size())
                    .mapToObj(chosen -> IntStream.range(0, safe.size())
                            .filter(i -> (chosen >> i & 1) == 1)
                            .mapToObj(i -> safe.get(i).spot())
                            .collect(Collectors.toSet()))
                    .filter(more -> loss(more) <= loss(taken))
                    .sorted((a, b) -> Long.compare(loss(a), loss(b)))
                    .filter(more -> stands(more))
                    .mapToLong(this::loss)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }

        long loss(Set<Spot> withheld) {
            return cells.stream()
                    .filter(cell -> cell.decision() == Decision.PUBLISHED && withheld.contains(cell.spot()))
                    .mapToLong(Small::price)
                    .sum();
        }

        // As the engine's: logarithms of rows, four times as much for each step that is summed up.
        private static long price(PlannedCell cell) {
            int steps = (cell.spot().level() == Spot.EVERYWHERE ? 1 : 0)
                    + (cell.spot().period() == Spot.WHOLE_PERIOD ? 1 : 0);
            if (cell.rows() == 0) return 8;
            return Math.round(64 * Math.log(1.0 + cell.rows()) / Math.log(2)) << 2 * steps;
        }

        Attacker attacker(Set<Spot> more) {
            return new Attacker(
                    table.rows(),
                    table.request(),
                    cells.stream()
                            .map(cell -> cell.decision() == Decision.PUBLISHED && more.contains(cell.spot())
                                    ? new PlannedCell(
                                            cell.spot(),
                                            Decision.PROTECTS_ANOTHER_CELL,
                                            cell.rows(),
                                            cell.contributors())
                                    : cell)
                            .toList());
        }

        private boolean stands(Set<Spot> more) {
            Attacker attacker = attacker(more);
            List<Spot> unsafe = unsafe().stream().map(PlannedCell::spot).toList();
            return attacker.listIsolatedGroups().stream()
                            .filter(group -> group.stream().anyMatch(unsafe::contains))
                            .allMatch(group ->
                                    attacker.contributorsOf(group) >= K && attacker.greatestShareOf(group) <= 0.5)
                    && unsafe().stream().allMatch(cell -> attacker.greatest(cell.spot()) >= cell.rows() + DOUBT - 1e-6);
        }
    }
}
