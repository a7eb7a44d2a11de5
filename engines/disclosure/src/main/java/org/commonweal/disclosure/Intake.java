package org.commonweal.disclosure;

import java.util.Arrays;
import java.util.List;

/** Which rows enter the table, and at which leaf place; the others are counted by the first reason that applies. */
final class Intake {
    static final int DROPPED = -1;

    private static final int NO_VALUE = -2;
    private static final int NO_PLACE = -3;
    private static final int NO_PERIOD = -4;

    final PlaceTree tree;
    /** Leaf of each row, or {@link #DROPPED}. */
    final int[] leafOf;

    final int withoutValue;
    final int withoutPlace;
    final int outsidePeriods;

    private Intake(PlaceTree tree, int[] leafOf, int withoutValue, int withoutPlace, int outsidePeriods) {
        this.tree = tree;
        this.leafOf = leafOf;
        this.withoutValue = withoutValue;
        this.withoutPlace = withoutPlace;
        this.outsidePeriods = outsidePeriods;
    }

    static Intake of(Rows rows, Request request) {
        LongIndex places = new LongIndex();
        int[] fate = new int[rows.size()];
        for (int row = 0; row < fate.length; row++) fate[row] = places.add(rows.places[row]);
        long[] finest = finestOf(places, request);
        for (int row = 0; row < fate.length; row++) fate[row] = fateOf(rows, row, fate[row], finest, request.periods());
        long[] leafKeys = Arrays.stream(fate)
                .filter(number -> number >= 0)
                .distinct()
                .mapToLong(number -> finest[number])
                .sorted()
                .distinct()
                .toArray();
        return new Intake(
                PlaceTree.over(leafKeys, request),
                leavesOf(fate, finest, leafKeys),
                count(fate, NO_VALUE),
                count(fate, NO_PLACE),
                count(fate, NO_PERIOD));
    }

    int dropped() {
        return withoutValue + withoutPlace + outsidePeriods;
    }

    private static long[] finestOf(LongIndex places, Request request) {
        long[] finest = new long[places.size()];
        int level = request.levels().getFirst();
        for (int number = 0; number < finest.length; number++)
            finest[number] = request.hierarchy().placeAt(places.keyAt(number), level);
        return finest;
    }

    private static int fateOf(Rows rows, int row, int place, long[] finest, int periods) {
        int period = rows.periods[row];
        if (period >= periods)
            throw new InputException(List.of("A period must be < " + periods + ", row " + row + " has " + period
                    + ". Give Rows.NO_PERIOD for a row outside every period."));
        if (Double.isNaN(rows.values[row])) return NO_VALUE;
        if (finest[place] == Rows.ABSENT) return NO_PLACE;
        return period < 0 ? NO_PERIOD : place;
    }

    private static int[] leavesOf(int[] fate, long[] finest, long[] leafKeys) {
        int[] leafOfPlace = Arrays.stream(finest)
                .mapToInt(key -> Arrays.binarySearch(leafKeys, key))
                .toArray();
        return Arrays.stream(fate)
                .map(place -> place < 0 ? DROPPED : leafOfPlace[place])
                .toArray();
    }

    private static int count(int[] fate, int reason) {
        return (int) Arrays.stream(fate).filter(f -> f == reason).count();
    }
}
