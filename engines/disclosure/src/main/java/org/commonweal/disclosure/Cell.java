package org.commonweal.disclosure;

import java.util.List;

/**
 * A cell as the public sees it. A spot that has no cell had no rows, or lies in a place or period of which nothing at all
 * may be told: even that somebody reported from there.
 *
 * <pre>{@code
 * switch (cell) {
 *     case Cell.Published(Spot spot, long n, List<Figure> figures) -> …
 *     case Cell.Withheld(Spot spot) -> …
 * }
 * }</pre>
 */
public sealed interface Cell {
    /** {@return where it stands} */
    Spot spot();

    /**
     * A cell with its figures.
     *
     * @param spot where it stands
     * @param n number of rows, rounded to the protection's base
     * @param figures one per measure asked for, in that order
     */
    record Published(Spot spot, long n, List<Figure> figures) implements Cell {
        /** Copies the figures. */
        public Published {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A cell of which nothing is told, not even whether it is itself unsafe, empty, or protects another.
     *
     * @param spot where it stands
     */
    record Withheld(Spot spot) implements Cell {}
}
