package org.commonweal.hub.campaigns.review;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.drawing.PlaceMap;
import org.commonweal.hub.frame.drawing.Sheet;
import org.commonweal.hub.frame.places.Box;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Country;
import org.commonweal.hub.frame.places.Outlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the submissions of a view lie: exact points, for the eyes of reviewers and of the one who sent it. */
@Component
class ReviewMap {
    private static final double AROUND_DEGREES = 1;
    private static final double FARTHEST_DEGREES = 32;

    /** More dots than that weigh more than the rest of the page, and lie over one another. */
    static final int MOST = 300;

    /** @return null when none names a place */
    @Nullable
    Content draw(Page page, Campaign campaign, List<Submission> rows) {
        List<Submission> placed = rows.stream().filter(Submission::hasPoint).toList();
        String title =
                page.t(placed.size() < MOST ? "campaigns.review.map" : "campaigns.review.map-most", placed.size());
        return draw(page, campaign, placed, title);
    }

    /** The place of a report, for the one who sent it; null when it names none. */
    @Nullable
    Content drawOwn(Page page, Campaign campaign, Submission own) {
        return draw(page, campaign, own.hasPoint() ? List.of(own) : List.of(), page.t("campaigns.report.map"));
    }

    private static @Nullable Content draw(Page page, Campaign campaign, List<Submission> placed, String title) {
        if (placed.isEmpty()) return null;
        Box points = placed.stream()
                .map(one -> new Box(one.longitude(), one.latitude(), one.longitude(), one.latitude()))
                .reduce(Box::union)
                .orElseThrow();
        PlaceMap map = ground(points, Countries.find(campaign.place().country()));
        placed.forEach(one -> map.dot(one.longitude(), one.latitude(), page.time(one.receivedAt(), campaign.zone())));
        return map.draw(new Sheet(page.locale(), title, title, "", ""));
    }

    // A map without a coast or a border is a blank sheet with dots, as around most points within a large country.
    private static PlaceMap ground(Box points, Optional<Country> country) {
        Box near = points.grow(AROUND_DEGREES);
        if (showsBorder(near)) return PlaceMap.of(near, country);
        if (country.flatMap(Outlines::find)
                .filter(outline -> outline.view().meets(points))
                .isPresent()) return PlaceMap.of(country.get());
        double degrees = AROUND_DEGREES;
        while (degrees < FARTHEST_DEGREES && !showsBorder(points.grow(degrees))) degrees *= 2;
        return PlaceMap.of(points.grow(degrees), country);
    }

    private static boolean showsBorder(Box box) {
        return Outlines.all().stream()
                .flatMap(outline -> outline.rings().stream())
                .anyMatch(ring -> {
                    for (int i = 0; i < ring.length; i += 2) if (box.holds(ring[i], ring[i + 1])) return true;
                    return false;
                });
    }
}
