package org.commonweal.hub.directory.dsi4eu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One spelling for each town: names at the same point of the same country are one town, and so are names that differ by
 * one letter within 30 km. The spelling used most wins, of equals the one with proper capitals, then the first.
 */
public final class TownNames {
    private static final double NEAR_KILOMETRES = 30;
    private static final double KILOMETRES_PER_DEGREE = 111.2;
    private static final int SHORTEST_ALIKE = 4;

    private final Map<String, Town> byPoint = new LinkedHashMap<>();
    private final Map<String, Town> bySpelling = new HashMap<>();
    private final List<Town> towns = new ArrayList<>();

    /** A town with its spellings and how often each was met. */
    public static final class Town {
        private final String country;
        private final double latitude;
        private final double longitude;
        private final Map<String, Integer> met = new TreeMap<>();
        private String name = "";

        private Town(String country, double latitude, double longitude) {
            this.country = country;
            this.latitude = latitude;
            this.longitude = longitude;
        }

        public String country() {
            return country;
        }

        public String name() {
            return name;
        }

        public double latitude() {
            return latitude;
        }

        public double longitude() {
            return longitude;
        }

        /** All spellings but the one used, in alphabetical order. */
        public Set<String> otherSpellings() {
            Set<String> others = new TreeSet<>(met.keySet());
            others.remove(name);
            return others;
        }
    }

    public List<Town> list() {
        return List.copyOf(towns);
    }

    /** The spelling used for a town, else the one given with proper capitals. */
    String fold(String country, String typed) {
        Town town = bySpelling.get(country + ' ' + Scrub.plain(typed));
        return town == null ? Capitals.of(typed) : town.name;
    }

    void add(String country, String typed, String latitude, String longitude) {
        Scrub.point(latitude, longitude).ifPresent(point -> byPoint.computeIfAbsent(
                        country + ' ' + point[0] + ' ' + point[1], unused -> new Town(country, point[0], point[1]))
                .met
                .merge(typed, 1, Integer::sum));
    }

    /** Chooses the names once all have been met. */
    void settle() {
        for (Town town : byPoint.values()) {
            town.name = best(town.met);
            towns.stream()
                    .filter(other -> alike(other, town))
                    .findFirst()
                    .ifPresentOrElse(other -> join(other, town), () -> towns.add(town));
        }
        for (Town town : towns)
            for (String spelling : town.met.keySet())
                bySpelling.putIfAbsent(town.country + ' ' + Scrub.plain(spelling), town);
    }

    private static void join(Town town, Town other) {
        other.met.forEach((spelling, count) -> town.met.merge(spelling, count, Integer::sum));
        town.name = best(town.met);
    }

    // Counted without district numbers and capitals: «Praha 7» and «Praha» speak for one name.
    private static String best(Map<String, Integer> met) {
        Map<String, Integer> votes = new TreeMap<>();
        met.forEach((spelling, count) -> votes.merge(Scrub.plain(withoutDistrict(spelling)), count, Integer::sum));
        return met.keySet().stream()
                .min(Comparator.comparing((String spelling) -> -votes.get(Scrub.plain(withoutDistrict(spelling))))
                        .thenComparing(spelling -> Capitals.of(spelling).equals(spelling) ? 0 : 1)
                        .thenComparing(Comparator.naturalOrder()))
                .map(spelling -> Capitals.of(withoutDistrict(spelling)))
                .orElseThrow();
    }

    private static String withoutDistrict(String spelling) {
        return spelling.replaceFirst("\\s+\\d+(e|er|ème)?$", "");
    }

    private static boolean alike(Town one, Town other) {
        if (!one.country.equals(other.country)) return false;
        double north = (one.latitude - other.latitude) * KILOMETRES_PER_DEGREE;
        double east =
                (one.longitude - other.longitude) * KILOMETRES_PER_DEGREE * Math.cos(Math.toRadians(one.latitude));
        if (Math.hypot(north, east) > NEAR_KILOMETRES) return false;
        String name = Scrub.plain(one.name);
        String second = Scrub.plain(other.name);
        return name.equals(second)
                || Math.min(name.length(), second.length()) >= SHORTEST_ALIKE && differ(name, second) == 1;
    }

    /** Letters that must be changed, added or taken away (Levenshtein's distance). */
    static int differ(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
