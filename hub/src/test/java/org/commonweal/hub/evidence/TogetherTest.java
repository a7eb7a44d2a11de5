package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.disclosure.Protection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Long> seeds() {
        return IntStream.range(0, 400).mapToObj(Long::valueOf);
    }

    /** Whatever is told, each group of rows that all the told cells tell apart has k people: counted the slow way. */
    @ParameterizedTest
    @MethodSource("seeds")
    void leavesNoGroupOfFew(long seed) {
        Random random = new Random(seed);
        Map<List<Spot>, Set<Spot>> tables = new HashMap<>();
        for (int table = 0; table < 1 + random.nextInt(3); table++) {
            for (String place : List.of("A", "B", "C"))
                for (String month : List.of("2026-01", "2026-02"))
                    if (random.nextBoolean()) report(place, month, 1 + random.nextInt(24));
            tables.put(List.copyOf(rows), some(random));
        }
        for (int i = 0; i < 3; i++) report("A", "2026-01", random.nextInt(16));
        Set<Spot> told = some(random);
        Set<Spot> wanted = some(random);
        wanted.removeAll(told);
        Set<Spot> released = beside(tables, told, wanted.toArray(Spot[]::new));
        assertThat(wanted).containsAll(released);
        if (released.isEmpty()) return;
        told.addAll(released);
        tables.put(rows, told);
        Map<List<Set<Spot>>, Integer> groups = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            List<Set<Spot>> cells = tables.entrySet().stream()
                    .map(table -> row < table.getKey().size() ? cells(row, table.getValue()) : Set.<Spot>of())
                    .toList();
            if (cells.stream().anyMatch(some -> !some.isEmpty())) groups.merge(cells, 1, Integer::sum);
        }
        assertThat(groups.values()).allMatch(people -> people >= TEN.k());
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
