package org.commonweal.disclosure;

import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Places from fine to coarse, each lying in one coarser place. The caller maps H3 or area codes; the engine needs no
 * geometry.
 *
 * <pre>{@code
 * Hierarchy h3 = Hierarchy.of(List.of(
 *     new Hierarchy.Level("h3-5", cell -> h3.cellToParent(cell, 5)),
 *     new Hierarchy.Level("h3-3", cell -> h3.cellToParent(cell, 3))));
 * }</pre>
 *
 * H3 parents nest by index, which is all that is asked here. For people, points must be no finer than H3 resolution 5;
 * the caller sees to it, as the engine cannot tell a resolution.
 */
public interface Hierarchy {
    /** {@return names of the levels, finest first; at least one} */
    List<String> levels();

    /**
     * The place of a level in which a finer place lies.
     *
     * @param place a row's place or a place of a finer level; {@link Rows#ABSENT} lies in none
     * @param level index into {@link #levels()}
     * @return the place of that level, or {@link Rows#ABSENT} when it lies in none
     */
    long placeAt(long place, int level);

    /** One level of a hierarchy: its name, and the place of this level for a finer place. */
    record Level(String name, LongUnaryOperator placeOf) {}

    /**
     * A hierarchy of functions.
     *
     * @param levels finest first
     * @return the hierarchy
     * @throws InputException when no level is given
     */
    static Hierarchy of(List<Level> levels) {
        if (levels.isEmpty()) throw new InputException(List.of("A hierarchy must have at least one level, has none."));
        List<Level> own = List.copyOf(levels);
        List<String> names = own.stream().map(Level::name).toList();
        return new Hierarchy() {
            @Override
            public List<String> levels() {
                return names;
            }

            @Override
            public long placeAt(long place, int level) {
                return place == Rows.ABSENT
                        ? Rows.ABSENT
                        : own.get(level).placeOf().applyAsLong(place);
            }
        };
    }
}
