package org.commonweal.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reviewer wants to publish.
 *
 * <pre>{@code
 * Request ask = Request.of(Measure.mean(), Measure.median())
 *     .protecting(Protection.people(12))
 *     .over(hierarchy, 0).alsoTotals(2)
 *     .periods(12);
 * }</pre>
 *
 * @param measures what is stated of each cell; all of the same values
 * @param protection whom the figures must not expose
 * @param hierarchy the places
 * @param levels published levels of the hierarchy, finest first; «everywhere» always comes on top
 * @param periods number of periods; «the whole period» always comes beside them
 */
public record Request(
        List<Measure> measures, Protection protection, Hierarchy hierarchy, List<Integer> levels, int periods) {
    /** One place that holds every row, those without a place too. */
    private static final Hierarchy ANYWHERE = new Hierarchy() {
        @Override
        public List<String> levels() {
            return List.of("anywhere");
        }

        @Override
        public long placeAt(long place, int level) {
            return 0;
        }
    };

    /**
     * Checks the parts.
     *
     * @throws InputException with every fault: no measure, a level that is not there or not coarser than the one before, no period
     */
    public Request {
        measures = List.copyOf(measures);
        levels = List.copyOf(levels);
        List<String> faults = new ArrayList<>();
        if (measures.isEmpty()) faults.add("A request must have at least one measure, has none.");
        if (periods < 1) faults.add("The number of periods must be >= 1, was " + periods + ".");
        if (levels.isEmpty()) faults.add("A request must name at least one level of places, names none.");
        faults.addAll(faultsOf(levels, hierarchy.levels()));
        if (!faults.isEmpty()) throw new InputException(faults);
    }

    /** {@return a request for people (k = 10), all rows in one place (0) and one period, to be refined} */
    public static Request of(Measure... measures) {
        return new Request(List.of(measures), Protection.people(), ANYWHERE, List.of(0), 1);
    }

    /** {@return the same under another protection} */
    public Request protecting(Protection other) {
        return new Request(measures, other, hierarchy, levels, periods);
    }

    /** {@return the same over the places of one level} */
    public Request over(Hierarchy other, int level) {
        return new Request(measures, protection, other, List.of(level), periods);
    }

    /** {@return the same, with totals of a coarser level published too} */
    public Request alsoTotals(int level) {
        List<Integer> more = new ArrayList<>(levels);
        more.add(level);
        return new Request(measures, protection, hierarchy, more, periods);
    }

    /** {@return the same in this many periods} */
    public Request periods(int count) {
        return new Request(measures, protection, hierarchy, levels, count);
    }

    /** The same with a coarser finest level; totals above it stay. */
    Request coarsenedTo(int level) {
        List<Integer> left = new ArrayList<>(List.of(level));
        levels.stream().filter(l -> l > level).forEach(left::add);
        return new Request(measures, protection, hierarchy, left, periods);
    }

    private static List<String> faultsOf(List<Integer> levels, List<String> known) {
        List<String> faults = new ArrayList<>();
        int before = -1;
        for (int level : levels) {
            if (level < 0 || level >= known.size())
                faults.add("Level " + level + " is not in the hierarchy. Levels there: " + known + ", counted from 0.");
            else if (level <= before)
                faults.add("Levels must go from fine to coarse, " + level + " follows " + before + ".");
            before = level;
        }
        return faults;
    }
}
