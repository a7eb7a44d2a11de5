package org.commonweal.hub.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.disclosure.Protection;
import org.jspecify.annotations.Nullable;

/**
 * Two tables of the same answers that cut place or time differently. Both may stand when
 *
 * <ol>
 *   <li>one tells nothing that the other's plan does not tell as well, row for row: such as the total first and then the
 *       months; or
 *   <li>each group of rows that the two together tell apart is safe by itself. Whatever sums and differences of figures
 *       isolate is made of such groups.
 * </ol>
 *
 * Else the new table tells only what the old one has told of the very same rows.
 */
final class Overlap {
    private record Group(@Nullable Spot old, @Nullable Spot now) {}

    private final List<Input> old;
    private final List<Input> now;
    private final Map<Spot, Set<String>> toldBefore;
    private final Map<Spot, Set<String>> toldNow;

    /**
     * @param cells what the new table's own plan tells
     * @param now the new table's rows, under the key of the old
     */
    Overlap(Document before, List<Input> old, List<Document.Cell> cells, List<Input> now) {
        this.old = old;
        this.now = now;
        this.toldBefore = rowsOf(before.cells(), old);
        this.toldNow = rowsOf(cells, now);
    }

    /** The cells that the new table may not tell beside the old. */
    Set<Spot> unsafe(Protection protection) {
        Set<Set<String>> before = new HashSet<>(toldBefore.values());
        if (new HashSet<>(toldNow.values()).containsAll(before)) return Set.of();
        Set<Spot> more = toldNow.entrySet().stream()
                .filter(cell -> !before.contains(cell.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return groups().stream().allMatch(group -> group.isSafe(protection)) ? Set.of() : more;
    }

    private Collection<Givers> groups() {
        Map<String, Spot> before = spots(old);
        Map<String, Spot> after = spots(now);
        Map<String, Input> all = new HashMap<>();
        old.forEach(row -> all.put(row.digest(), row));
        now.forEach(row -> all.put(row.digest(), row));
        Map<Group, Givers> groups = new HashMap<>();
        all.forEach((digest, row) -> groups.computeIfAbsent(
                        new Group(before.get(digest), after.get(digest)), unseen -> new Givers())
                .add(row.contributor()));
        return groups.values();
    }

    private static Map<String, Spot> spots(List<Input> rows) {
        return rows.stream().collect(Collectors.toMap(Input::digest, Input::spot, (one, same) -> one));
    }

    /** The rows behind each cell that is told. */
    private static Map<Spot, Set<String>> rowsOf(List<Document.Cell> cells, List<Input> rows) {
        Map<Spot, Set<String>> told = new HashMap<>();
        cells.stream().filter(Document.Cell::isPublished).forEach(cell -> told.put(cell.spot(), new HashSet<>()));
        for (Input row : rows)
            Difference.spotsOf(row.spot())
                    .map(told::get)
                    .filter(known -> known != null)
                    .forEach(known -> known.add(row.digest()));
        return told;
    }
}
