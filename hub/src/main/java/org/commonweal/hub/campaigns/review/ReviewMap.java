package org.commonweal.hub.campaigns.review;

import gg.jte.Content;
import java.time.ZoneId;
import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.drawing.PlaceMap;
import org.commonweal.hub.frame.drawing.Sheet;
import org.commonweal.hub.frame.places.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the submissions of a view lie: exact points, for reviewers' eyes only. */
@Component
class ReviewMap {
    // Far enough that a coast or a border comes into view: a map without either tells nothing.
    private static final double AROUND_DEGREES = 1;

    /** More dots than that weigh more than the rest of the page, and lie over one another. */
    static final int MOST = 300;

    @Nullable
    Content draw(Page page, ZoneId zone, List<Submission> rows) {
        List<Submission> placed = rows.stream().filter(Submission::hasPoint).toList();
        if (placed.isEmpty()) return null;
        Submission first = placed.getFirst();
        Box point = new Box(first.longitude(), first.latitude(), first.longitude(), first.latitude());
        PlaceMap map = PlaceMap.of(point.grow(AROUND_DEGREES));
        placed.forEach(one -> map.dot(one.longitude(), one.latitude(), page.time(one.receivedAt(), zone)));
        String title =
                page.t(placed.size() < MOST ? "campaigns.review.map" : "campaigns.review.map-most", placed.size());
        return map.draw(new Sheet(page.locale(), title, title, "", ""));
    }
}
