package org.commonweal.hub.frame.drawing;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Cuts a ring to a rectangle, side by side (Sutherland and Hodgman, «Reentrant polygon clipping», CACM 1974), so that a map
 * of one town does not carry the coast of a continent.
 */
final class Clip {
    private Clip() {}

    /** @return the ring's points within 0 … width, 0 … height plus a margin; empty when none of it is there */
    static double[] to(double[] ring, double width, double height, double margin) {
        double[] cut = side(ring, (x, y) -> x + margin);
        cut = side(cut, (x, y) -> width + margin - x);
        cut = side(cut, (x, y) -> y + margin);
        return side(cut, (x, y) -> height + margin - y);
    }

    // The operator is the signed distance to the side, positive within.
    private static double[] side(double[] ring, DoubleBinaryOperator distance) {
        double[] kept = new double[ring.length * 2];
        int size = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int j = (i + 2) % ring.length;
            double here = distance.applyAsDouble(ring[i], ring[i + 1]);
            double next = distance.applyAsDouble(ring[j], ring[j + 1]);
            if (here >= 0) {
                kept[size++] = ring[i];
                kept[size++] = ring[i + 1];
            }
            if ((here >= 0) != (next >= 0)) {
                double share = here / (here - next);
                kept[size++] = ring[i] + share * (ring[j] - ring[i]);
                kept[size++] = ring[i + 1] + share * (ring[j + 1] - ring[i + 1]);
            }
        }
        return Arrays.copyOf(kept, size);
    }
}
