package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.disclosure.Protection;
import org.jspecify.annotations.Nullable;

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
    /** Of each row. */
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
        Map<Integer, Givers> givers = givers();
        if (leaving > 1 || !safe || !areSafe(givers)) return Set.of();
        Set<Spot> released = new HashSet<>();
        for (Map.Entry<Spot, List<Integer>> cell : largestFirst(wanted))
            if (tell(cell.getValue(), givers)) released.add(cell.getKey());
        return released;
    }

    // The total first: most is told by it, and who reads a finding begins there.
    private List<Map.Entry<Spot, List<Integer>>> largestFirst(Collection<Spot> wanted) {
        Map<Spot, List<Integer>> behind = new HashMap<>();
        wanted.forEach(spot -> behind.put(spot, new ArrayList<>()));
        for (int i = 0; i < group.length; i++) {
            int row = i;
            Difference.spotsOf(rows.get(i))
                    .map(behind::get)
                    .filter(Objects::nonNull)
                    .forEach(cell -> cell.add(row));
        }
        Comparator<Map.Entry<Spot, List<Integer>>> bySize =
                Comparator.comparingInt(one -> -one.getValue().size());
        return behind.entrySet().stream()
                .sorted(bySize.thenComparing(one -> one.getKey().toString()))
                .toList();
    }

    // Whose rows are gone since is told by marks under each version's own key: of two versions nobody can say which of
    // them are the same, and so how small a group the two tell apart.
    private void leave(List<Input> gone, Set<Spot> told) {
        Map<Set<Spot>, Givers> byCells = new HashMap<>();
        gone.forEach(row -> byCells.computeIfAbsent(toldOf(row.spot(), told), unseen -> new Givers())
                .add(row.contributor()));
        byCells.remove(Set.<Spot>of());
        if (!byCells.isEmpty()) leaving++;
        if (!byCells.values().stream().allMatch(givers -> givers.isSafe(protection))) safe = false;
    }

    // A null stands for a row that the table does not count.
    private void split(List<@Nullable Spot> spots, Set<Spot> told) {
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

    private Map<Integer, Givers> givers() {
        Map<Integer, Givers> givers = new HashMap<>();
        for (int i = 0; i < group.length; i++)
            givers.computeIfAbsent(group[i], unseen -> new Givers()).add(contributors.get(i));
        return givers;
    }

    private boolean areSafe(Map<Integer, Givers> givers) {
        return givers.entrySet().stream()
                .allMatch(one -> one.getKey() == UNTOLD || one.getValue().isSafe(protection));
    }

    /** Tells one more cell, unless it would part a group unsafely. */
    private boolean tell(List<Integer> cell, Map<Integer, Givers> givers) {
        Map<Integer, Givers> parts = new HashMap<>();
        cell.forEach(
                i -> parts.computeIfAbsent(group[i], unseen -> new Givers()).add(contributors.get(i)));
        boolean parted = parts.entrySet().stream().allMatch(part -> {
            Givers whole = Objects.requireNonNull(givers.get(part.getKey()));
            return part.getValue().isSafe(protection)
                    && (part.getKey() == UNTOLD || whole.isSafeWithout(part.getValue(), protection));
        });
        if (!parted) return false;
        Map<Integer, Integer> made = new HashMap<>();
        parts.forEach((from, part) -> {
            Objects.requireNonNull(givers.get(from)).remove(part);
            made.put(from, groups);
            givers.put(groups++, part);
        });
        cell.forEach(i -> group[i] = Objects.requireNonNull(made.get(group[i])));
        return true;
    }
}
