package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cuts areas in two where they cross the date line (RFC 7946, section 3.1.9): a reader would draw them round the world. */
final class DateLine {
    private static final double HALF_TURN = 180;

    private DateLine() {}

    /**
     * @param ring longitude, latitude, longitude, latitude … of a convex area, not closed; longitudes may pass ±180 so that
     *     it is in one piece
     * @return one or two rings within ±180, going round as the one given
     */
    static List<double[]> cut(double[] ring) {
        double line = 0;
        for (int i = 0; i < ring.length; i += 2) {
            if (ring[i] > HALF_TURN) line = HALF_TURN;
            if (ring[i] < -HALF_TURN) line = -HALF_TURN;
        }
        if (line == 0) return List.of(ring);
        double[] within = side(ring, line, line > 0);
        double[] beyond = side(ring, line, line < 0);
        return Stream.of(within, turned(beyond, -2 * line))
                .filter(part -> part.length >= 6)
                .toList();
    }

    /** The part on one side of a meridian (Sutherland and Hodgman 1974). */
    private static double[] side(double[] ring, double line, boolean west) {
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            boolean in = west ? ring[i] <= line : ring[i] >= line;
            boolean nextIn = west ? ring[next] <= line : ring[next] >= line;
            if (in) kept.addAll(List.of(ring[i], ring[i + 1]));
            if (in == nextIn || ring[i] == line || ring[next] == line) continue;
            double share = (line - ring[i]) / (ring[next] - ring[i]);
            kept.addAll(List.of(line, ring[i + 1] + share * (ring[next + 1] - ring[i + 1])));
        }
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] turned(double[] ring, double degrees) {
        double[] turned = ring.clone();
        for (int i = 0; i < turned.length; i += 2) turned[i] += degrees;
        return turned;
    }
}
