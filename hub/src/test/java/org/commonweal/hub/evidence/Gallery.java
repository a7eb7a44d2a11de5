package org.commonweal.hub.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.commonweal.hub.Visitor;

/** One finding of each look that a finding's page can have, from made-up answers. */
final class Gallery {
    private static final double[][] TOWNS = {{44.8, 20.4}, {45.25, 19.85}, {43.3, 21.9}, {44.0, 20.9}, {46.1, 19.66}};
    private final Desk desk;
    private final Random random = new Random(11);

    private Gallery(Desk desk) {
        this.desk = desk;
    }

    /** Paths by what there is to see on them. */
    static Map<String, String> publish(Desk desk) {
        Gallery gallery = new Gallery(desk);
        UUID air = gallery.sensors();
        UUID wells = gallery.wells();
        Visitor reviewer = desk.reviewer(desk.data.find(air).orElseThrow().organisation());
        desk.reviewer(desk.data.find(wells).orElseThrow().organisation());
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put(
                "lines of many sensors",
                Desk.publish(
                        reviewer,
                        air,
                        Desk.form(
                                "areas",
                                "subject",
                                "times",
                                "month",
                                "title",
                                "Fine dust in the valley is twice as high in January as in June")));
        paths.put(
                "bars with a withheld cell",
                Desk.publish(
                        reviewer,
                        wells,
                        Gallery.water(
                                "areas",
                                "h3-4",
                                "times",
                                "month",
                                "title",
                                "Two of three wells in Wadi Nour give dirty water, most of all in spring")));
        paths.put(
                "map of cells",
                Desk.publish(
                        reviewer,
                        wells,
                        Gallery.water("areas", "h3-3", "title", "Wells in the north give cleaner water")));
        paths.put(
                "weeks",
                Desk.publish(
                        reviewer,
                        wells,
                        Desk.form(
                                "variable",
                                "",
                                "statistic",
                                "count",
                                "times",
                                "week",
                                "title",
                                "About fifty reports of wells come in each week")));
        paths.put(
                "one number",
                Desk.publish(
                        reviewer,
                        air,
                        Desk.form("statistic", "median", "title", "On half of all days the air has 31 µg/m³ or less")));
        return paths;
    }

    private static Map<String, String> water(String... changes) {
        Map<String, String> form = Desk.form(changes);
        form.putAll(Map.of("variable", "water", "statistic", "share", "option", "water=dirty"));
        return form;
    }

    private UUID sensors() {
        UUID thing = desk.data.things(desk.organisation("Air for All"), "PM2.5 on our street");
        Instant start = Instant.parse("2025-12-03T07:30:00Z");
        for (int day = 0; day < 330; day += 2)
            for (int sensor = 1; sensor <= 12; sensor++) {
                if (sensor == 9 && day > 100 && day < 170) continue;
                double winter = 30 + 14 * Math.cos(2 * Math.PI * (day - 40) / 365.0);
                desk.data
                        .get(thing)
                        .row(
                                start.plus(day, ChronoUnit.DAYS).toString(),
                                "owner-" + sensor,
                                "Sensor " + sensor,
                                44.7 + sensor * 0.02,
                                20.4,
                                String.format(
                                        java.util.Locale.ROOT,
                                        "%.1f",
                                        winter + sensor * 0.8 + random.nextGaussian() * 6));
            }
        return thing;
    }

    private UUID wells() {
        UUID thing = desk.data.people(desk.organisation("Wells for All"), "Wells of Wadi Nour");
        int[] reports = {160, 90, 130, 70, 6};
        for (int town = 0; town < TOWNS.length; town++)
            for (int i = 0; i < reports[town] * 2; i++)
                desk.data
                        .get(thing)
                        .row(
                                Instant.parse("2026-02-27T08:00:00Z")
                                        .plus(random.nextInt(120), ChronoUnit.DAYS)
                                        .toString(),
                                "contributor-" + town + "-" + i,
                                "",
                                TOWNS[town][0],
                                TOWNS[town][1],
                                "",
                                random.nextInt(10) < 5 + town ? "dirty" : "clean");
        return thing;
    }
}
