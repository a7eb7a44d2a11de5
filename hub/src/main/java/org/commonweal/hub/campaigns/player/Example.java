package org.commonweal.hub.campaigns.player;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.places.Box;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Outline;
import org.commonweal.hub.frame.places.Outlines;

/** Numbers to show beside a question for a place: of where the campaign is, for those of elsewhere would mislead. */
final class Example {
    private static final int DECIMALS = 2;

    private Example() {}

    /** Latitude and longitude in degrees, as the reader writes numbers; empty where nobody knows where it is. */
    static List<String> at(Campaign.Place place, Page page) {
        if (place.hasPoint()) return told(page, place.latitude(), place.longitude());
        return Countries.find(place.country())
                .flatMap(Outlines::find)
                .map(Outline::view)
                .map(view -> told(page, middle(view.south(), view.north()), middle(view)))
                .orElse(List.of());
    }

    // East may pass 180 where a country crosses that line.
    private static double middle(Box view) {
        double middle = middle(view.west(), view.east());
        return middle > 180 ? middle - 360 : middle;
    }

    private static double middle(double one, double other) {
        return (one + other) / 2;
    }

    private static List<String> told(Page page, double latitude, double longitude) {
        return List.of(page.number(latitude, DECIMALS), page.number(longitude, DECIMALS));
    }
}
