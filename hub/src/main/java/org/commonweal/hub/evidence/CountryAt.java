package org.commonweal.hub.evidence;

import java.util.List;
import java.util.Optional;
import org.commonweal.hub.frame.places.Box;
import org.commonweal.hub.frame.places.Outline;
import org.commonweal.hub.frame.places.Outlines;

/** The country that a point lies in, by the outlines of the hub's maps (1:50 million); none at sea. */
final class CountryAt {
    private record Land(String code, Box box, double[] ring) {}

    private static final List<Land> LANDS =
            Outlines.all().stream().flatMap(CountryAt::lands).toList();

    private CountryAt() {}

    static Optional<String> find(double latitude, double longitude) {
        return LANDS.stream()
                .filter(land -> contains(land.box(), latitude, longitude))
                .filter(land -> contains(land.ring(), latitude, longitude))
                .map(Land::code)
                .findFirst();
    }

    private static java.util.stream.Stream<Land> lands(Outline outline) {
        return outline.rings().stream().map(ring -> new Land(outline.code(), Box.around(ring), ring));
    }

    private static boolean contains(Box box, double latitude, double longitude) {
        return latitude >= box.south() && latitude <= box.north() && longitude >= box.west() && longitude <= box.east();
    }

    // Even-odd rule: a line from the point to the east crosses the ring an odd number of times.
    private static boolean contains(double[] ring, double latitude, double longitude) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            boolean spans = ring[i + 1] > latitude != ring[j + 1] > latitude;
            if (!spans) continue;
            double share = (latitude - ring[i + 1]) / (ring[j + 1] - ring[i + 1]);
            if (longitude < ring[i] + share * (ring[j] - ring[i])) inside = !inside;
        }
        return inside;
    }
}
