package org.commonweal.hub.demo;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The towns that the commons plays in: real places, of which nothing real is said. */
final class Towns {
    static final String COUNTRY = "TN";
    static final ZoneId ZONE = ZoneId.of("Africa/Tunis");

    private static final Map<String, Town> ALL = read();

    private Towns() {}

    /** @param latitude degrees of WGS 84 */
    record Town(String name, double latitude, double longitude) {
        /** A point some kilometres around it, as ODK writes points. */
        String near(Random chance, double spreadDegrees) {
            double north = latitude + (chance.nextDouble() - 0.5) * spreadDegrees;
            double east = longitude + (chance.nextDouble() - 0.5) * spreadDegrees;
            return String.format(Locale.ROOT, "%.5f %.5f 0 8", north, east);
        }
    }

    /** @throws IllegalArgumentException when the list has no such town */
    static Town get(String name) {
        Town found = ALL.get(name);
        if (found == null) throw new IllegalArgumentException("No town " + name + "; there are " + ALL.keySet());
        return found;
    }

    private static Map<String, Town> read() {
        Map<String, Town> towns = new LinkedHashMap<>();
        Authored.rows("towns.csv")
                .forEach(row -> towns.put(
                        row.getField("town"),
                        new Town(
                                row.getField("town"),
                                Double.parseDouble(row.getField("latitude")),
                                Double.parseDouble(row.getField("longitude")))));
        return towns;
    }
}
