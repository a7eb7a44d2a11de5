package org.commonweal.hub.campaigns.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.commonweal.hub.campaigns.Campaign;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the reports of campaigns, at most twice a minute each, however many read the page: the others wait for the one. */
@Component
class Tallies {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int KEPT = 500;
    private static final int MOST_POINTS = 50_000;
    private static final String NUMBERS = "count(*), count(*) filter (where state in ('received', 'asked'))";
    private static final String COUNTED = "not replaced and state not in ('rejected', 'withdrawn')";
    private static final String OF_CAMPAIGN = " from campaigns.submission where campaign_id = :campaign and " + COUNTED;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Counted, Remembered<Tally>> remembered = new ConcurrentHashMap<>();
    private final AtomicReference<Remembered<Map<UUID, Reports>>> everywhere = new AtomicReference<>();

    Tallies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was counted as that of things is no longer told once the approval of that has lapsed. */
    private record Counted(UUID campaign, Campaign.Protection protection) {}

    private record Remembered<T>(FutureTask<T> counting, Instant until) {
        boolean isFresh(Instant now) {
            return until.isAfter(now);
        }

        // Counts in the thread that comes first; the others wait for it, and hold no connection meanwhile.
        T get() throws ExecutionException {
            counting.run();
            try {
                return counting.get();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
    }

    private record Reports(long all, long waiting) {
        static final Reports NONE = new Reports(0, 0);
    }

    Tally get(Campaign campaign) {
        Instant now = clock.instant();
        if (remembered.size() >= KEPT) remembered.clear();
        Counted counted = new Counted(campaign.id(), campaign.protection().inForce());
        Remembered<Tally> one = remembered.compute(
                counted,
                (same, known) -> known != null && known.isFresh(now) ? known : begin(now, () -> count(counted)));
        try {
            return one.get();
        } catch (ExecutionException fault) {
            remembered.remove(counted, one);
            throw uncounted(fault);
        }
    }

    /** What {@link Tally#shown} tells, for lists of campaigns: all are counted at once, and no place is looked at. */
    long shown(Campaign campaign) {
        Instant now = clock.instant();
        Remembered<Map<UUID, Reports>> all = everywhere.updateAndGet(
                known -> known != null && known.isFresh(now) ? known : begin(now, this::countAll));
        try {
            Reports reports = all.get().getOrDefault(campaign.id(), Reports.NONE);
            boolean people = !campaign.protection().inForce().things();
            return new Tally(reports.all(), reports.waiting(), people, List.of()).shown();
        } catch (ExecutionException fault) {
            everywhere.compareAndSet(all, null);
            throw uncounted(fault);
        }
    }

    private static <T> Remembered<T> begin(Instant now, Callable<T> count) {
        return new Remembered<>(new FutureTask<>(count), now.plus(REMEMBERED));
    }

    private static IllegalStateException uncounted(ExecutionException fault) {
        return new IllegalStateException("The reports can't be counted", fault);
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
