package org.commonweal.hub.frame.places;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shape of a country: rings of longitude, latitude, longitude, latitude … in degrees. Holes are rings too; a ring that
 * crosses the 180th meridian goes on past it.
 *
 * @param code two letters, "" for ground that belongs to no list
 * @param boxes around each ring, since every map asks of every ring on earth whether it is on it
 */
public record Outline(String code, List<double[]> rings, List<Box> boxes) {
    private static final double NEAR = 0.6;

    Outline(String code, List<double[]> rings) {
        this(code, rings, rings.stream().map(Box::around).toList());
    }

    /**
     * The box that a map of this country should show: its largest piece, and what lies nearer to it than most of that piece
     * is long. So Hawaii is on the map of the United States, and Réunion does not shrink the map of France to a dot.
     */
    public Box view() {
        Box main = boxes.stream()
                .max(Comparator.comparingDouble(box -> box.width() * box.height()))
                .orElseThrow();
        double reach = NEAR * Math.max(main.width(), main.height());
        return boxes.stream()
                .map(box -> nearest(box, main))
                .filter(box -> main.gap(box) <= reach)
                .reduce(main, Box::union);
    }

    // The last islands of a country may lie on the other side of the 180th meridian.
    private static Box nearest(Box box, Box main) {
        return Stream.of(box, box.east(360), box.east(-360))
                .min(Comparator.comparingDouble(main::gap))
                .orElseThrow();
    }
}
