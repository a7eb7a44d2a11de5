package org.commonweal.hub.evidence;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** H3 cells by their index as text. */
final class Hexes {
    private static final H3Core H3 = load();

    private Hexes() {}

    static String at(double latitude, double longitude, int resolution) {
        return H3.latLngToCellAddress(latitude, longitude, resolution);
    }

    static String parent(String cell, int resolution) {
        return H3.cellToParentAddress(cell, resolution);
    }

    static LatLng centre(String cell) {
        return H3.cellToLatLng(cell);
    }

    /** Longitude, latitude, longitude, latitude … against the clock, not closed; never torn at the date line. */
    static double[] ring(String cell) {
        List<LatLng> corners = H3.cellToBoundary(cell);
        double[] ring = new double[corners.size() * 2];
        for (int i = 0; i < corners.size(); i++) {
            double longitude = corners.get(i).lng;
            if (i > 0 && longitude - ring[0] > 180) longitude -= 360;
            if (i > 0 && longitude - ring[0] < -180) longitude += 360;
            ring[i * 2] = longitude;
            ring[i * 2 + 1] = corners.get(i).lat;
        }
        return ring;
    }

    private static H3Core load() {
        try {
            return H3Core.newInstance();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
