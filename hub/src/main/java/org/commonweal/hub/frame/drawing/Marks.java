package org.commonweal.hub.frame.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.hub.frame.places.Box;

/**
 * Short marks of a map's cells. A mark stands in its cell, else beside it; where it would touch another cell or another
 * mark it is left out, since it would name the wrong one. On a phone, where the style sheet writes marks larger, some have
 * no room that have it elsewhere: those are of the class {@code roomy}.
 */
final class Marks {
    private static final double LETTER_WIDTH = 8;
    private static final double LETTER_HEIGHT = 13;
    private static final double PHONE_LETTERS = 1.7;
    private static final double GAP = 3;

    // Looking beside takes as many steps as there are pairs of cells; of so many, few have room there.
    private static final int MOST_LOOKED_AT = 200;

    private final Canvas canvas;
    private final Box picture;
    private final List<double[]> rings;
    private final List<Box> boxes;
    private final List<Box> taken = new ArrayList<>();

    /** @param rings of all cells, in pixels */
    Marks(Canvas canvas, double height, List<double[]> rings) {
        this.canvas = canvas;
        this.picture = new Box(0, 0, PlaceMap.WIDTH, height);
        this.rings = rings;
        this.boxes = rings.stream().map(Box::around).toList();
    }

    /** @param mark "" for none */
    void draw(int cell, String mark) {
        if (mark.isEmpty()) return;
        if (!place(cell, mark, PHONE_LETTERS, "cell-number")) place(cell, mark, 1, "cell-number roomy");
    }

    private boolean place(int cell, String mark, double scale, String kind) {
        double width = mark.length() * LETTER_WIDTH * scale;
        double height = LETTER_HEIGHT * scale;
        Box within = boxes.get(cell);
        Box middle =
                around(middle(within.west(), within.east()), middle(within.south(), within.north()), width, height);
        boolean fits = Math.hypot(width, height) / 2 <= room(rings.get(cell));
        Stream<Box> beside = rings.size() > MOST_LOOKED_AT ? Stream.empty() : beside(middle, within);
        return (fits ? Stream.of(middle) : beside.filter(place -> isFree(cell, place)))
                .findFirst()
                .map(place -> write(kind, mark, place))
                .isPresent();
    }

    private Box write(String kind, String mark, Box place) {
        taken.add(place);
        double x = middle(place.west(), place.east());
        canvas.text(kind, x, middle(place.south(), place.north()), Canvas.Anchor.MIDDLE, mark);
        return place;
    }

    // Right, left, above, below.
    private static Stream<Box> beside(Box mark, Box cell) {
        double aside = (cell.width() + mark.width()) / 2 + GAP;
        double up = (cell.height() + mark.height()) / 2 + GAP;
        return Stream.of(moved(mark, aside, 0), moved(mark, -aside, 0), moved(mark, 0, -up), moved(mark, 0, up));
    }

    private boolean isFree(int cell, Box place) {
        boolean inside = place.west() >= picture.west()
                && place.east() <= picture.east()
                && place.south() >= picture.south()
                && place.north() <= picture.north();
        if (!inside || taken.stream().anyMatch(place::meets)) return false;
        for (int other = 0; other < boxes.size(); other++)
            if (other != cell && place.meets(boxes.get(other))) return false;
        return true;
    }

    /** How far it is from the middle of a ring's box to its nearest edge. */
    private static double room(double[] ring) {
        Box box = Box.around(ring);
        double x = middle(box.west(), box.east());
        double y = middle(box.south(), box.north());
        double least = Double.MAX_VALUE;
        for (int i = 0; i < ring.length; i += 2) {
            int j = (i + 2) % ring.length;
            double along = ring[j] - ring[i];
            double up = ring[j + 1] - ring[i + 1];
            double length = Math.hypot(along, up);
            if (length == 0) continue;
            least = Math.min(least, Math.abs(along * (ring[i + 1] - y) - up * (ring[i] - x)) / length);
        }
        return least;
    }

    private static Box around(double x, double y, double width, double height) {
        return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    private static Box moved(Box box, double x, double y) {
        return new Box(box.west() + x, box.south() + y, box.east() + x, box.north() + y);
    }

    private static double middle(double one, double other) {
        return (one + other) / 2;
    }
}
