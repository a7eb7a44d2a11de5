package org.commonweal.hub.directory;

import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.drawing.PlaceMap;
import org.commonweal.hub.frame.drawing.Sheet;
import org.commonweal.hub.frame.places.Country;

/** The small maps of the directory: one thing in its country, or all of a country. */
final class Maps {
    private Maps() {}

    static Drawing of(Page page, String name, Spot spot, Point point) {
        PlaceMap map = start(spot.findCountry());
        return map.dot(point.longitude(), point.latitude(), name).draw(sheet(page, page.t("directory.map.of", name)));
    }

    /** A map with a dot for each place where something is. */
    static Drawing of(Page page, Country country, List<Point> points) {
        PlaceMap map = start(country);
        points.forEach(point -> map.dot(point.longitude(), point.latitude(), ""));
        return map.draw(sheet(page, page.t("directory.map.of", country.name(page.locale()))));
    }

    private static PlaceMap start(@org.jspecify.annotations.Nullable Country country) {
        return country == null ? PlaceMap.world() : PlaceMap.of(country);
    }

    private static Sheet sheet(Page page, String title) {
        return new Sheet(page.locale(), title, "", "", page.t("frame.chart.withheld"));
    }
}
