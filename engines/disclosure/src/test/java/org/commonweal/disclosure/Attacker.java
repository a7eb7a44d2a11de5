package org.commonweal.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Attacks a plan from its equations alone: «a place's periods add up to its whole period», «a coarser place is the sum of
 * its places». Shares no code with the engine's network: Gaussian elimination over fractions, the simplex method, and
 * plain enumeration of sums and differences.
 */
final class Attacker {
    private final Rows rows;
    private final Request request;
    private final Map<Spot, Integer> known = new HashMap<>();
    private final List<Spot> unknowns = new ArrayList<>();
    private final Map<Spot, PlannedCell> withheld = new LinkedHashMap<>();
    private final List<Map<Spot, Integer>> equations = new ArrayList<>();

    Attacker(Rows rows, Request request, Plan plan) {
        this(rows, request, plan.listCells());
    }

    /** Attacks any pattern; a cell that is not listed is empty, and seen to be. */
    Attacker(Rows rows, Request request, List<PlannedCell> cells) {
        this.rows = rows;
        this.request = request;
        for (PlannedCell cell : cells) {
            if (cell.decision() == Decision.PUBLISHED) {
                known.put(cell.spot(), cell.rows());
            } else {
                unknowns.add(cell.spot());
                withheld.put(cell.spot(), cell);
            }
        }
        addEquations(cells);
    }

    List<PlannedCell> listUnsafe() {
        return withheld.values().stream()
                .filter(cell -> cell.decision() != Decision.PROTECTS_ANOTHER_CELL)
                .toList();
    }

    /** Then every cell may be anything from nought to the total: no bound can be k/2 above a cell that nearly is the total. */
    boolean knowsOnlyTheGrandTotal() {
        return known.keySet().equals(Set.of(new Spot(Rows.ABSENT, Spot.EVERYWHERE, Spot.WHOLE_PERIOD)));
    }

    /** Withheld cells that the equations alone determine. */
    Set<Spot> listDetermined() {
        List<BigFraction[]> reduced = reducedRows();
        Set<Spot> determined = new HashSet<>();
        for (BigFraction[] row : reduced) {
            int[] support = IntStream.range(0, row.length)
                    .filter(i -> row[i].signum() != 0)
                    .toArray();
            if (support.length == 1) determined.add(unknowns.get(support[0]));
        }
        return determined;
    }

    /** The greatest row count that a withheld cell can have, no count being negative; infinite when nothing bounds it. */
    double greatest(Spot spot) {
        return bound(spot, GoalType.MAXIMIZE);
    }

    /** The least row count that a withheld cell can have. */
    double least(Spot spot) {
        return bound(spot, GoalType.MINIMIZE);
    }

    private double bound(Spot spot, GoalType goal) {
        double[] wanted = new double[unknowns.size()];
        wanted[unknowns.indexOf(spot)] = 1;
        try {
            return new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(wanted, 0),
                            new LinearConstraintSet(constraints()),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (MathIllegalStateException unbounded) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Every group of withheld cells whose sum is a combination of equations, each taken with factor −1, 0 or 1. */
    Set<Set<Spot>> listIsolatedGroups() {
        int[][] system = equations.stream().map(this::coefficients).toArray(int[][]::new);
        Set<Set<Spot>> groups = new LinkedHashSet<>();
        combine(system, 0, new int[unknowns.size()], groups);
        return groups;
    }

    /** Distinct contributors of a group of cells, counted from the rows. */
    long contributorsOf(Set<Spot> group) {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.contributors[row] != Rows.ABSENT)
                .filter(row -> group.stream().anyMatch(spot -> contains(spot, row)))
                .mapToLong(row -> rows.contributors[row])
                .distinct()
                .count();
    }

    /** Greatest share of a group's rows that one contributor gave; rows without a key count as one contributor's. */
    double greatestShareOf(Set<Spot> group) {
        Map<Long, Long> given = IntStream.range(0, rows.size())
                .filter(row -> group.stream().anyMatch(spot -> contains(spot, row)))
                .mapToObj(row -> rows.contributors[row])
                .collect(Collectors.groupingBy(contributor -> contributor, Collectors.counting()));
        long all = given.values().stream().mapToLong(Long::longValue).sum();
        return given.values().stream().mapToLong(Long::longValue).max().orElse(0) / (double) Math.max(1, all);
    }

    private boolean contains(Spot spot, int row) {
        boolean inPeriod = spot.period() == Spot.WHOLE_PERIOD || spot.period() == rows.periods[row];
        boolean inPlace = spot.level() == Spot.EVERYWHERE
                || request.hierarchy().placeAt(rows.places[row], spot.level()) == spot.place();
        return inPeriod && inPlace;
    }

    private void combine(int[][] system, int from, int[] sum, Set<Set<Spot>> groups) {
        if (from == system.length) {
            if (Arrays.stream(sum).allMatch(c -> c == 0 || c == 1)) addGroup(sum, groups);
            return;
        }
        for (int factor = -1; factor <= 1; factor++) {
            int[] next = sum.clone();
            for (int i = 0; i < next.length; i++) next[i] += factor * system[from][i];
            combine(system, from + 1, next, groups);
        }
    }

    private void addGroup(int[] sum, Set<Set<Spot>> groups) {
        Set<Spot> group = IntStream.range(0, sum.length)
                .filter(i -> sum[i] == 1)
                .mapToObj(unknowns::get)
                .collect(Collectors.toSet());
        if (!group.isEmpty()) groups.add(group);
    }

    /** Row equations of leaf places and column equations of coarser ones; other row equations follow from these. */
    private void addEquations(List<PlannedCell> cells) {
        List<Spot> places = cells.stream()
                .map(cell -> new Spot(cell.spot().place(), cell.spot().level(), Spot.WHOLE_PERIOD))
                .distinct()
                .toList();
        int finest = request.levels().getFirst();
        for (Spot place : places) {
            if (place.level() == finest) addEquation(place, periodsOf(place));
            else
                for (int period = Spot.WHOLE_PERIOD; period < request.periods(); period++)
                    addEquation(at(place, period), childrenOf(place, places, period));
        }
    }

    private void addEquation(Spot total, List<Spot> parts) {
        Map<Spot, Integer> equation = new HashMap<>();
        equation.put(total, -1);
        parts.forEach(part -> equation.put(part, 1));
        if (equation.keySet().stream().anyMatch(withheld::containsKey)) equations.add(equation);
    }

    private List<Spot> periodsOf(Spot place) {
        return IntStream.range(0, request.periods())
                .mapToObj(period -> at(place, period))
                .toList();
    }

    private List<Spot> childrenOf(Spot place, List<Spot> places, int period) {
        List<Integer> levels = request.levels();
        int below = place.level() == Spot.EVERYWHERE ? levels.getLast() : levels.get(levels.indexOf(place.level()) - 1);
        return places.stream()
                .filter(child -> child.level() == below)
                .filter(child -> place.level() == Spot.EVERYWHERE
                        || request.hierarchy().placeAt(child.place(), place.level()) == place.place())
                .map(child -> at(child, period))
                .toList();
    }

    private static Spot at(Spot place, int period) {
        return new Spot(place.place(), place.level(), period);
    }

    private int[] coefficients(Map<Spot, Integer> equation) {
        return unknowns.stream()
                .mapToInt(spot -> equation.getOrDefault(spot, 0))
                .toArray();
    }

    private double knownPart(Map<Spot, Integer> equation) {
        return equation.entrySet().stream()
                .mapToDouble(part -> part.getValue() * known.getOrDefault(part.getKey(), 0))
                .sum();
    }

    private List<LinearConstraint> constraints() {
        return equations.stream()
                .map(equation -> new LinearConstraint(
                        Arrays.stream(coefficients(equation)).asDoubleStream().toArray(),
                        Relationship.EQ,
                        -knownPart(equation)))
                .toList();
    }

    private List<BigFraction[]> reducedRows() {
        List<BigFraction[]> system = equations.stream()
                .map(this::coefficients)
                .map(row -> Arrays.stream(row).mapToObj(BigFraction::new).toArray(BigFraction[]::new))
                .collect(Collectors.toCollection(ArrayList::new));
        int rank = 0;
        for (int column = 0; column < unknowns.size() && rank < system.size(); column++)
            if (eliminate(system, column, rank)) rank++;
        return system.subList(0, rank);
    }

    private static boolean eliminate(List<BigFraction[]> system, int column, int rank) {
        int pivot = rank;
        while (pivot < system.size() && system.get(pivot)[column].signum() == 0) pivot++;
        if (pivot == system.size()) return false;
        java.util.Collections.swap(system, pivot, rank);
        BigFraction[] leading = system.get(rank);
        BigFraction scale = leading[column];
        for (int i = 0; i < leading.length; i++) leading[i] = leading[i].divide(scale);
        for (BigFraction[] row : system) {
            BigFraction factor = row[column];
            if (row == leading || factor.signum() == 0) continue;
            for (int i = 0; i < row.length; i++) row[i] = row[i].subtract(leading[i].multiply(factor));
        }
        return true;
    }
}
