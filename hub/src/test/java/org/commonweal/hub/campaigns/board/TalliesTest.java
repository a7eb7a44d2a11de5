package org.commonweal.hub.campaigns.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class TalliesTest {
    @Autowired
    Tallies tallies;

    @Autowired
    Campaigns campaigns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void oneCountsAndTheOthersWaitForIt() throws Exception {
        Campaign campaign = Drawn.campaign("Counted by one").open(campaigns);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Tally>> found = transactions.execute(holding -> {
                // Whoever counts waits here, so that all have come before the first is done.
                jdbc.sql("lock table campaigns.submission in access exclusive mode")
                        .update();
                List<Future<Tally>> all = IntStream.range(0, 40)
                        .mapToObj(n -> readers.submit(() -> tallies.get(campaign)))
                        .toList();
                await().until(() -> waiting() > 0);
                return all;
            });
            Tally first = found.getFirst().get();
            for (Future<Tally> one : found) assertThat(one.get()).isSameAs(first);
        }
    }

    private long waiting() {
        return jdbc.sql(
                        "select count(*) from pg_locks where not granted and relation = 'campaigns.submission'::regclass")
                .query(Long.class)
                .single();
    }
}
