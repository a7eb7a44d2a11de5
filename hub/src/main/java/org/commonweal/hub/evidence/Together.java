package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonweal.disclosure.Protection;

/**
 * All tables of the same answers at once, and the groups of a draft's rows that they tell apart: two rows are in one group
 * when each told cell of each table counts both or neither. Whatever sums and differences of figures isolate is made of
 * such groups; where each of them is safe by itself, everything may be told that leaves them so.
 *
 * <p>Comparing tables in pairs keeps withheld what one version withheld for a reason that is long gone, as when one late
 * report was followed by twenty. This finds what may be told again.
 *
 * <p>Example: {@code add} each earlier table, then {@code release} what the pairs would withhold.
 */
final class Together {
    private static final int UNTOLD = 0;
    private final List<Spot> rows;
    private final List<String> contributors;
    private final Protection protection;
    private final int[] group;
    private int groups = 1;
    private int leaving;
    private boolean safe = true;

    /**
     * @param rows where each of the draft's rows stands
     * @param contributors who gave it, "" when unknown
     */
    Together(List<Spot> rows, List<String> contributors, Protection protection) {
        this.rows = rows;
        this.contributors = contributors;
        this.protection = protection;
        this.group = new int[rows.size()];
    }

    /**
     * One more table that stands beside the draft.
     *
     * @param told its cells that are told
     * @param old its rows
     * @param digests of the draft's rows, in their order, under the key of {@code old}
     */
    void add(Set<Spot> told, List<Input> old, List<String> digests) {
        Map<String, Spot> before = new HashMap<>();
        old.forEach(row -> before.put(row.digest(), row.spot()));
        split(digests.stream().map(before::get).toList(), told);
        before.keySet().removeAll(new HashSet<>(digests));
        leave(old.stream().filter(row -> before.containsKey(row.digest())).toList(), told);
    }

    /**
     * @param told what the draft tells in any case
     * @param wanted what it would tell as well
     * @return those of {@code wanted} that may be told; none where a group is unsafe already
     */
    Set<Spot> release(Set<Spot> told, Collection<Spot> wanted) {
        split(rows, told);
        if (leaving > 1 || !safe || !areSafe()) return Set.of();
        Map<Spot, List<Integer>> behind = new HashMap<>();
        wanted.forEach(spot -> behind.put(spot, new ArrayList<>()));
        for (int i = 0; i < group.length; i++)
            for (Spot spot : Difference.spotsOf(rows.get(i)).toList())
                if (behind.containsKey(spot)) behind.get(spot).add(i);
        // The total first: most is told by it, and who reads a finding begins there.
        return behind.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Spot, List<Integer>> one) ->
                                -one.getValue().size())
                        .thenComparing(one -> one.getKey().toString()))
                .filter(one -> tell(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    // Whose rows are gone since is told by marks under each version's own key: of two versions nobody can say which of
    // them
    // are the same, and so how small a group the two tell apart.
    private void leave(List<Input> gone, Set<Spot> told) {
        Map<Set<Spot>, List<String>> byCells = gone.stream()
                .collect(Collectors.groupingBy(
                        row -> toldOf(row.spot(), told), Collectors.mapping(Input::contributor, Collectors.toList())));
        byCells.remove(Set.<Spot>of());
        if (!byCells.isEmpty()) leaving++;
        if (!byCells.values().stream().allMatch(marks -> Overlap.isSafe(marks, protection))) safe = false;
    }

    // A null stands for a row that the table does not count.
    private void split(List<Spot> spots, Set<Spot> told) {
        Map<Spot, Set<Spot>> toldOf = new HashMap<>();
        Map<Split, Integer> split = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            Spot spot = spots.get(i);
            if (spot == null) continue;
            Set<Spot> cells = toldOf.computeIfAbsent(spot, one -> toldOf(one, told));
            if (!cells.isEmpty()) group[i] = split.computeIfAbsent(new Split(group[i], cells), one -> groups++);
        }
    }

    private record Split(int group, Set<Spot> cells) {}

    private static Set<Spot> toldOf(Spot inner, Set<Spot> told) {
        return Difference.spotsOf(inner).filter(told::contains).collect(Collectors.toSet());
    }

    private boolean areSafe() {
        return members().values().stream().allMatch(this::isSafe);
    }

    /** Tells one more cell, unless it would part a group unsafely. */
    private boolean tell(List<Integer> cell) {
        Set<Integer> within = new HashSet<>(cell);
        Map<Integer, List<Integer>> members = members();
        Map<Integer, List<Integer>> parts = cell.stream().collect(Collectors.groupingBy(i -> group[i]));
        for (var part : parts.entrySet()) {
            List<Integer> rest = members.getOrDefault(part.getKey(), List.of()).stream()
                    .filter(i -> !within.contains(i))
                    .toList();
            if (!isSafe(part.getValue()) || (!rest.isEmpty() && !isSafe(rest))) return false;
        }
        parts.values().forEach(part -> {
            int made = groups++;
            part.forEach(i -> group[i] = made);
        });
        return true;
    }

    private Map<Integer, List<Integer>> members() {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < group.length; i++)
            if (group[i] != UNTOLD)
                members.computeIfAbsent(group[i], one -> new ArrayList<>()).add(i);
        return members;
    }

    private boolean isSafe(List<Integer> some) {
        return Overlap.isSafe(some.stream().map(contributors::get).toList(), protection);
    }
}
