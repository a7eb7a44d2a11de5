package org.commonweal.hub.frame.drawing;

import org.commonweal.hub.frame.places.Box;

/**
 * Plate carrée with the scale of its middle latitude: north is up, a small country has its shape, and a straight line in
 * degrees stays straight, which is all that a small map needs.
 */
final class Projection {
    private static final double LOWEST_SHARE = 0.42;
    private static final double HIGHEST_SHARE = 0.85;

    private static final double MARGIN = 8;

    private final double width;
    private final Box box;
    private final double perLongitude;
    private final double perLatitude;
    private final double height;

    /** Fits a box into a width of pixels; a box too tall or too flat is widened. */
    Projection(Box wanted, double width) {
        this.width = width;
        double squeeze = Math.cos(Math.toRadians((wanted.north() + wanted.south()) / 2));
        double share = wanted.height() / (wanted.width() * squeeze);
        Box fitted = wanted.flat(HIGHEST_SHARE);
        if (share < LOWEST_SHARE) {
            double more = (wanted.width() * squeeze * LOWEST_SHARE - wanted.height()) / 2;
            fitted = new Box(wanted.west(), wanted.south() - more, wanted.east(), wanted.north() + more);
        }
        box = fitted;
        perLongitude = width / box.width();
        perLatitude = perLongitude / squeeze;
        height = box.height() * perLatitude;
    }

    Box box() {
        return box;
    }

    double height() {
        return height;
    }

    double x(double longitude) {
        return (longitude - box.west()) * perLongitude;
    }

    double y(double latitude) {
        return (box.north() - latitude) * perLatitude;
    }

    /** A ring of longitudes and latitudes as one of pixels. */
    double[] pixels(double[] ring) {
        double[] pixels = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            pixels[i] = x(ring[i]);
            pixels[i + 1] = y(ring[i + 1]);
        }
        return pixels;
    }

    /** A ring in pixels, cut to the picture and so much beyond its edges; empty when none of it is there. */
    double[] clipped(double[] ring, double margin) {
        return Clip.to(pixels(ring), width, height, margin);
    }

    // Points are laid on a grid and repeats are dropped: neighbours share their points and so keep one border.
    String path(double[] ring, double grain) {
        double[] cut = clipped(ring, MARGIN);
        StringBuilder path = new StringBuilder();
        double lastX = 0;
        double lastY = 0;
        int points = 0;
        for (int i = 0; i < cut.length; i += 2) {
            double x = Math.round(cut[i] / grain) * grain;
            double y = Math.round(cut[i + 1] / grain) * grain;
            if (points > 0 && x == lastX && y == lastY) continue;
            path.append(points == 0 ? "M" : points == 1 ? "l" : " ");
            path.append(Canvas.number(points == 0 ? x : x - lastX)).append(' ');
            path.append(Canvas.number(points == 0 ? y : y - lastY));
            lastX = x;
            lastY = y;
            points++;
        }
        return points < 3 ? "" : path + "z";
    }
}
