package org.commonweal.hub.evidence;

import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.Visitor;

/** Reports on wells in some places, one of each contributor; every third well is clean. */
record WellRows(Desk desk, UUID thing, double[][] places) {
    /** A gathering about people, in which nobody reported yet. */
    static WellRows gather(Desk desk, double[]... places) {
        UUID organisation = desk.organisation("Wells for All");
        return new WellRows(desk, desk.data.people(organisation, "Wells of Wadi Nour"), places);
    }

    Visitor reviewer() {
        return desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
    }

    /** So many more people report from a place, one each day. */
    WellRows report(int place, int people) {
        int before = desk.data.get(thing).rows().size();
        for (int i = 0; i < people; i++)
            desk.data
                    .get(thing)
                    .row(
                            "2026-03-%02dT09:00:00Z".formatted(1 + i % 28),
                            "contributor-" + (before + i),
                            "",
                            places[place][0],
                            places[place][1],
                            "",
                            i % 3 == 0 ? "clean" : "dirty");
        return this;
    }

    /** The cell of some 250 km² in which a place lies. */
    String cellOf(int place) {
        return Hexes.at(places[place][0], places[place][1], 5);
    }

    /** The form of a finding on the share of dirty wells by such cells. */
    static Map<String, String> dirtyByCell() {
        return Desk.form(
                "variable",
                "water",
                "statistic",
                "share",
                "option",
                "water=dirty",
                "areas",
                "h3-5",
                "title",
                "Most wells are dirty");
    }
}
