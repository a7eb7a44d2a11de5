package org.commonweal.hub.campaigns.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Ticks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the reports of campaigns, at most twice a minute each, however many read the page: the others wait for the one. */
@Component
class Tallies {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_POINTS = 50_000;
    private static final String NUMBERS = "count(*), count(*) filter (where state in ('received', 'asked'))";
    private static final String COUNTED = "not replaced and state not in ('rejected', 'withdrawn')";
    private static final String OF_CAMPAIGN = " from campaigns.submission where campaign_id = :campaign and " + COUNTED;

    private final JdbcClient jdbc;
    private final Cache<Counted, Tally> tallies;
    private final Cache<Scope, Map<UUID, Reports>> everywhere;

    Tallies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        Caffeine<Object, Object> aWhile = Caffeine.newBuilder()
                .maximumSize(500)
                .expireAfterWrite(REMEMBERED)
                .ticker(Ticks.of(clock));
        this.tallies = aWhile.build();
        this.everywhere = aWhile.build();
    }

    /** What was counted as that of things is no longer told once the approval of that has lapsed. */
    private record Counted(UUID campaign, Campaign.Protection protection) {}

    private record Reports(long all, long waiting) {
        static final Reports NONE = new Reports(0, 0);
    }

    Tally get(Campaign campaign) {
        return tallies.get(new Counted(campaign.id(), campaign.protection().inForce()), this::count);
    }

    /** What {@link Tally#shown} tells, for lists of campaigns: all are counted at once, and no place is looked at. */
    long shown(Campaign campaign) {
        Reports reports = everywhere.get(Scope.HUB, unused -> countAll()).getOrDefault(campaign.id(), Reports.NONE);
        boolean people = !campaign.protection().inForce().things();
        return new Tally(reports.all(), reports.waiting(), people, List.of()).shown();
    }

    private Map<UUID, Reports> countAll() {
        Map<UUID, Reports> all = new HashMap<>();
        jdbc.sql("select campaign_id, " + NUMBERS + " from campaigns.submission where " + COUNTED + " group by 1")
                .query(row -> {
                    all.put(row.getObject(1, UUID.class), new Reports(row.getLong(2), row.getLong(3)));
                });
        return all;
    }

    private Tally count(Counted counted) {
        Campaign.Protection protection = counted.protection();
        List<Tally.Cell> cells = CoarseMap.cells(points(counted.campaign()), protection);
        return jdbc.sql("select " + NUMBERS + OF_CAMPAIGN)
                .param("campaign", counted.campaign())
                .query((row, n) -> new Tally(row.getLong(1), row.getLong(2), !protection.things(), cells))
                .single();
    }

    private List<CoarseMap.Point> points(UUID campaign) {
        return jdbc.sql("select latitude, longitude, coalesce(encode(contributor, 'hex'), '')" + OF_CAMPAIGN
                        + " and latitude is not null and longitude is not null limit :most")
                .param("campaign", campaign)
                .param("most", MOST_POINTS)
                .query((row, n) -> new CoarseMap.Point(row.getDouble(1), row.getDouble(2), row.getString(3)))
                .list();
    }
}
