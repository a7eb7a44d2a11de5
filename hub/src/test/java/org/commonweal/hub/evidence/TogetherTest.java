package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.commonweal.disclosure.Protection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables of the same answers, one row for each of a person: what may be told beside what has been. */
class TogetherTest {
    private static final Protection TEN = Protection.people();
    private static final Spot TOTAL = total("");

    /** Rows by place; a table is a list of them. */
    private final List<Spot> rows = new ArrayList<>();

    @Test
    void aLateReportIsForgottenWhenManyFollow() {
        report("A", 30);
        report("B", 12);
        List<Spot> first = List.copyOf(rows);
        report("A", 1);
        List<Spot> second = List.copyOf(rows);
        assertThat(beside(Map.of(first, Set.of(all("A"), all("B"), TOTAL)), Set.of(all("B")), all("A"), TOTAL))
                .as("one person between them")
                .isEmpty();
        report("A", 15);
        report("B", 15);
        assertThat(beside(
                        Map.of(first, Set.of(all("A"), all("B"), TOTAL), second, Set.of(all("B"))),
                        Set.of(),
                        all("A"),
                        all("B"),
                        TOTAL))
                .containsExactlyInAnyOrder(all("A"), all("B"), TOTAL);
    }

    @Test
    void theTotalComesBackBeforeThePlacesThatWouldTellOfOne() {
        report("A", 30);
        report("B", 12);
        List<Spot> first = List.copyOf(rows);
        report("A", 15);
        report("B", 1);
        assertThat(beside(Map.of(first, Set.of(all("A"), all("B"), TOTAL)), Set.of(), all("A"), all("B"), TOTAL))
                .containsExactly(TOTAL);
    }

    /** A place of three is told by what the total and the other places leave. */
    @Test
    void nothingComesBackWhereAPlaceOfFewStandsAlone() {
        report("A", 30);
        report("B", 3);
        List<Spot> first = List.copyOf(rows);
        report("A", 15);
        assertThat(beside(Map.of(first, Set.of(TOTAL)), Set.of(TOTAL), all("A")))
                .isEmpty();
    }

    /** Of those who withdrew, each table has marks under a key of its own. */
    @Test
    void whoLeftTwoTablesKeepsBothAsTheyAre() {
        report("A", 40);
        List<Spot> first = List.copyOf(rows);
        report("A", 40);
        List<Spot> second = List.copyOf(rows);
        Together one = new Together(first.subList(0, 25), people(0, 25), TEN);
        one.add(Set.of(TOTAL), inputs(first, "first"), digests(25, "first"));
        assertThat(one.release(Set.of(), Set.of(TOTAL))).as("fifteen left").containsExactly(TOTAL);
        Together two = new Together(first.subList(0, 25), people(0, 25), TEN);
        two.add(Set.of(TOTAL), inputs(first, "first"), digests(25, "first"));
        two.add(Set.of(TOTAL), inputs(second, "second"), digests(25, "second"));
        assertThat(two.release(Set.of(), Set.of(TOTAL))).isEmpty();
    }

    /**
     * Whatever is told, each group of rows that all the told cells tell apart has k people, none of whom gave more than half:
     * counted the slow way, on tables of which people gave several rows, some nobody knows, and some left the first.
     */
    @Test
    void leavesNoGroupOfFew() {
        int releasing = 0;
        for (int seed = 0; seed < 1_000; seed++)
            if (!releasedSafely(new Random(seed)).isEmpty()) releasing++;
        assertThat(releasing).as("of a thousand, those with something to check").isGreaterThan(100);
    }

    private Set<Spot> releasedSafely(Random random) {
        rows.clear();
        Map<List<Spot>, Set<Spot>> tables = new LinkedHashMap<>();
        for (int table = 0; table < 1 + random.nextInt(3); table++) {
            for (String place : List.of("A", "B", "C"))
                for (String month : List.of("2026-01", "2026-02"))
                    if (random.nextBoolean()) report(place, month, 1 + random.nextInt(40));
            tables.put(List.copyOf(rows), some(random));
        }
        report("A", "2026-01", random.nextInt(30));
        boolean busy = random.nextBoolean();
        List<String> people = IntStream.range(0, rows.size())
                .mapToObj(i -> busy && rows.get(i).where().place().equals("B") && random.nextInt(3) > 0
                        ? "the busy one of B"
                        : random.nextInt(20) == 0 ? "" : "person " + (random.nextInt(4) == 0 ? i / 2 : i))
                .toList();
        int gone = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
        Set<Spot> told = some(random);
        Set<Spot> wanted = some(random);
        wanted.removeAll(told);
        Together together = new Together(rows, people, TEN);
        Map<Object, List<String>> groups = new HashMap<>();
        tables.forEach((table, cells) -> {
            String key = "key of " + table.size();
            List<Input> inputs = new ArrayList<>(inputs(table, key));
            if (table == tables.keySet().iterator().next())
                for (int i = 0; i < gone; i++) {
                    Spot left = table.isEmpty() ? new Spot(new Where("A", ""), "2026-01") : table.get(i % table.size());
                    inputs.add(new Input(key + " gone " + i, "left " + i, left));
                    Set<Spot> in = new HashSet<>(Difference.spotsOf(left).toList());
                    in.retainAll(cells);
                    if (!in.isEmpty())
                        groups.computeIfAbsent(in, unseen -> new ArrayList<>()).add("left " + i);
                }
            together.add(cells, inputs, digests(rows.size(), key));
        });
        Set<Spot> released = together.release(told, wanted);
        assertThat(wanted).containsAll(released);
        if (released.isEmpty()) return released;
        told.addAll(released);
        tables.put(List.copyOf(rows), union(told, tables.get(rows)));
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            List<Set<Spot>> cells = tables.entrySet().stream()
                    .map(table -> row < table.getKey().size() ? cells(row, table.getValue()) : Set.<Spot>of())
                    .toList();
            if (cells.stream().anyMatch(some -> !some.isEmpty()))
                groups.computeIfAbsent(cells, unseen -> new ArrayList<>()).add(people.get(i));
        }
        assertThat(groups.values()).allSatisfy(group -> {
            assertThat(Set.copyOf(group).stream().filter(who -> !who.isEmpty())).hasSizeGreaterThanOrEqualTo(TEN.k());
            long most = group.stream()
                    .mapToLong(who -> Collections.frequency(group, who))
                    .max()
                    .orElseThrow();
            assertThat(2 * most).isLessThanOrEqualTo(group.size());
        });
        return released;
    }

    private static Set<Spot> union(Set<Spot> one, @Nullable Set<Spot> other) {
        Set<Spot> both = new HashSet<>(one);
        if (other != null) both.addAll(other);
        return both;
    }

    private Set<Spot> cells(int row, Set<Spot> told) {
        Set<Spot> cells = new HashSet<>(Difference.spotsOf(rows.get(row)).toList());
        cells.retainAll(told);
        return cells;
    }

    private static Set<Spot> some(Random random) {
        Set<Spot> told = new HashSet<>();
        for (String place : List.of("A", "B", "C", ""))
            for (String month : List.of("2026-01", "2026-02", ""))
                if (random.nextInt(4) == 0) told.add(new Spot(new Where(place, ""), month));
        return told;
    }

    /** What of {@code wanted} the rows of now may tell besides {@code told}, after these tables with their told cells. */
    private Set<Spot> beside(Map<List<Spot>, Set<Spot>> tables, Set<Spot> told, Spot... wanted) {
        Together together = new Together(rows, people(0, rows.size()), TEN);
        tables.forEach((table, cells) -> {
            String key = "key of " + table.size();
            together.add(cells, inputs(table, key), digests(rows.size(), key));
        });
        return together.release(told, List.of(wanted));
    }

    private void report(String place, int people) {
        report(place, "2026-01", people);
    }

    private void report(String place, String month, int people) {
        for (int i = 0; i < people; i++) rows.add(new Spot(new Where(place, ""), month));
    }

    private static List<Input> inputs(List<Spot> table, String key) {
        return IntStream.range(0, table.size())
                .mapToObj(i -> new Input(key + " " + i, key + " person " + i, table.get(i)))
                .toList();
    }

    private static List<String> digests(int rows, String key) {
        return IntStream.range(0, rows).mapToObj(i -> key + " " + i).toList();
    }

    private static List<String> people(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "person " + i).toList();
    }

    private static Spot all(String place) {
        return new Spot(new Where(place, ""), "");
    }

    private static Spot total(String period) {
        return new Spot(Where.EVERYWHERE, period);
    }
}
