package org.commonweal.hub.campaigns.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.commonweal.hub.campaigns.Campaign;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the reports of campaigns, at most twice a minute each, however many read the page. */
@Component
class Tallies {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int KEPT = 500;
    private static final int MOST_POINTS = 50_000;
    private static final String COUNTED =
            " from campaigns.submission where campaign_id = :campaign and not replaced and state not in ('rejected', 'withdrawn')";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();

    Tallies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Remembered(Tally tally, Instant until) {}

    Tally get(Campaign campaign) {
        Instant now = clock.instant();
        Remembered known = remembered.get(campaign.id());
        if (known != null && known.until().isAfter(now)) return known.tally();
        Tally tally = count(campaign);
        if (remembered.size() >= KEPT) remembered.clear();
        remembered.put(campaign.id(), new Remembered(tally, now.plus(REMEMBERED)));
        return tally;
    }

    private Tally count(Campaign campaign) {
        Campaign.Protection protection = campaign.protection();
        List<Tally.Cell> cells = CoarseMap.cells(points(campaign.id()), protection);
        return jdbc.sql("select count(*), count(*) filter (where state in ('received', 'asked'))" + COUNTED)
                .param("campaign", campaign.id())
                .query((row, n) -> new Tally(row.getLong(1), row.getLong(2), !protection.things(), cells))
                .single();
    }

    private List<CoarseMap.Point> points(UUID campaign) {
        return jdbc.sql("select latitude, longitude, coalesce(encode(contributor, 'hex'), '')" + COUNTED
                        + " and latitude is not null and longitude is not null limit :most")
                .param("campaign", campaign)
                .param("most", MOST_POINTS)
                .query((row, n) -> new CoarseMap.Point(row.getDouble(1), row.getDouble(2), row.getString(3)))
                .list();
    }
}
