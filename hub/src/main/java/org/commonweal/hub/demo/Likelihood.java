package org.commonweal.hub.demo;

import java.util.List;
import java.util.Random;

/**
 * A town in a campaign: how many answer there, and how likely they say what the campaign asks about.
 *
 * @param weight how many of all answers come from here
 * @param share between 0 and 1: of those, how many say that the tap is dry, that the stop has no shade
 */
record Likelihood(Towns.Town town, int weight, double share) {
    // Two towns with so few that nothing may be told of them.
    private static final List<Likelihood> TAPS = List.of(
            in("Kairouan", 74, 0.46),
            in("Sidi Bouzid", 56, 0.39),
            in("Kasserine", 48, 0.33),
            in("Gafsa", 46, 0.42),
            in("Sfax", 40, 0.13),
            in("Gabès", 30, 0.22),
            in("Béja", 26, 0.09),
            in("Tozeur", 6, 0.3),
            in("Tataouine", 5, 0.3));

    private static final List<Likelihood> STOPS = List.of(
            in("Sfax", 52, 0.66),
            in("Sousse", 40, 0.41),
            in("Tunis", 36, 0.3),
            in("Gabès", 24, 0.72),
            in("Mahdia", 6, 0.5));
    private static final List<Likelihood> READERS = List.of(in("Béja", 3, 0), in("Jendouba", 2, 0), in("Le Kef", 1, 0));

    private static Likelihood in(String town, int weight, double share) {
        return new Likelihood(Towns.get(town), weight, share);
    }

    static Likelihood ofTaps(Random chance) {
        return pick(TAPS, chance);
    }

    static Likelihood ofStops(Random chance) {
        return pick(STOPS, chance);
    }

    static Likelihood ofReaders(Random chance) {
        return pick(READERS, chance);
    }

    /** One of those who answer from here; some do so more than once. */
    String somebody(Random chance) {
        return "invented " + town.name() + " " + chance.nextInt(weight * 3);
    }

    private static Likelihood pick(List<Likelihood> all, Random chance) {
        int left = chance.nextInt(all.stream().mapToInt(Likelihood::weight).sum());
        for (Likelihood one : all) {
            left -= one.weight;
            if (left < 0) return one;
        }
        throw new IllegalStateException("The weights add up to less than their sum");
    }
}
