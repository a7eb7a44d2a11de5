package org.commonweal.hub.campaigns.owner;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The clock by which a campaign goes when its owner names none. */
final class ProposedZone {
    private ProposedZone() {}

    /**
     * The zone of the country where it takes effect, if all of that country goes by one clock now; else the one given.
     *
     * @param country ISO 3166-1, "" for none
     * @param otherwise a zone that is likely, such as the browser's
     * @return "" when neither is known
     */
    static String of(String country, String otherwise, Instant now) {
        Collection<List<String>> clocks = clocks(country, now);
        return clocks.size() == 1 ? clocks.iterator().next().getFirst() : isZone(otherwise) ? otherwise : "";
    }

    // Germany has two zones and one clock.
    private static Collection<List<String>> clocks(String country, Instant now) {
        TreeMap<String, List<String>> byRules = new TreeMap<>();
        for (String zone : zones(country)) {
            var rules = ZoneId.of(zone).getRules();
            String clock = rules.getStandardOffset(now) + " " + rules.getTransitionRules();
            byRules.merge(clock, List.of(zone), (one, other) -> Stream.concat(one.stream(), other.stream())
                    .toList());
        }
        return byRules.values();
    }

    private static TreeSet<String> zones(String country) {
        TreeSet<String> zones = new TreeSet<>();
        if (country.length() != 2) return zones;
        // The IANA list has no zone of Kosovo's own; its clock is that of Belgrade's entry.
        if (country.equals("XK")) zones.add("Europe/Belgrade");
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, country, null)) {
            // ICU keeps names that were given up long ago, such as Asia/Calcutta.
            String name = TimeZone.getIanaID(zone);
            if (isZone(name)) zones.add(name);
        }
        return zones;
    }

    static boolean isZone(String typed) {
        try {
            ZoneId.of(typed);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
