package org.commonweal.hub.frame.drawing;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonweal.hub.frame.places.Box;

/**
 * Where the words of a name stand wholly within a ring: as near to the middle of its box as they fit. A name that reached
 * into a neighbour would say something that the map must not say.
 */
record Spot(double x, double y) {
    private static final int TRIES = 15;
    private static final double LETTER_HEIGHT = 20;

    static Optional<Spot> within(double[] ring, double length) {
        Box box = Box.around(ring);
        double middleX = (box.west() + box.east()) / 2;
        double middleY = (box.south() + box.north()) / 2;
        return IntStream.range(0, TRIES * TRIES)
                .mapToObj(i -> new Spot(
                        box.west() + box.width() * (i % TRIES + 0.5) / TRIES,
                        box.south() + box.height() * (i / TRIES + 0.5) / TRIES))
                .filter(spot -> spot.fits(ring, length))
                .min(Comparator.comparingDouble(spot -> Math.hypot(spot.x - middleX, spot.y - middleY)));
    }

    private boolean fits(double[] ring, double length) {
        for (double along : new double[] {-0.5, -0.25, 0, 0.25, 0.5})
            for (double up : new double[] {-LETTER_HEIGHT, LETTER_HEIGHT / 3})
                if (!holds(ring, x + along * length, y + up)) return false;
        return true;
    }

    // Even-odd rule: a ray to the east crosses the ring an odd number of times.
    private static boolean holds(double[] ring, double x, double y) {
        boolean inside = false;
        for (int i = 0; i < ring.length; i += 2) {
            int j = (i + 2) % ring.length;
            if ((ring[i + 1] > y) == (ring[j + 1] > y)) continue;
            double crossing = ring[i] + (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) * (ring[j] - ring[i]);
            if (crossing > x) inside = !inside;
        }
        return inside;
    }
}
