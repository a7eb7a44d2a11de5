package org.commonweal.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables as campaigns bring them: many empty cells, many small, some large, people who come again, few who report much. */
record RandomTable(Rows rows, Request request) {
    static RandomTable of(long seed, int places, int periods, int regions) {
        Random random = new Random(seed);
        List<long[]> drawn = new ArrayList<>();
        int pool = 5 + random.nextInt(60);
        double returning = random.nextInt(3) / 2.0;
        for (int place = 0; place < places; place++)
            for (int period = 0; period < periods; period++) {
                boolean busyFew = random.nextInt(3) == 0;
                for (int i = sizeOfCell(random); i > 0; i--) {
                    long who = random.nextDouble() < returning ? random.nextInt(pool) : 1000 + drawn.size();
                    if (busyFew) who = random.nextInt(10) < 6 ? random.nextInt(1 + place) : random.nextInt(20);
                    drawn.add(new long[] {place, period, random.nextInt(40) == 0 ? Rows.ABSENT : who});
                }
            }
        return new RandomTable(rowsOf(drawn, random), requestOf(periods, regions));
    }

    private static int sizeOfCell(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> 1 + random.nextInt(9);
            case 2 -> 10 + random.nextInt(10);
            default -> 15 + random.nextInt(60);
        };
    }

    private static Rows rowsOf(List<long[]> drawn, Random random) {
        return Rows.of(
                drawn.stream().mapToDouble(row -> random.nextGaussian()).toArray(),
                drawn.stream().mapToLong(row -> row[2]).toArray(),
                drawn.stream().mapToLong(row -> row[0]).toArray(),
                drawn.stream().mapToInt(row -> (int) row[1]).toArray());
    }

    private static Request requestOf(int periods, int regions) {
        Hierarchy hierarchy = Hierarchy.of(List.of(
                new Hierarchy.Level("town", place -> place), new Hierarchy.Level("region", place -> place % regions)));
        Request flat = Request.of(Measure.count()).over(hierarchy, 0).periods(periods);
        return regions == 1 ? flat : flat.alsoTotals(1);
    }
}
