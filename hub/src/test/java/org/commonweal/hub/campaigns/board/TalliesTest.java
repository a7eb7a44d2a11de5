package org.commonweal.hub.campaigns.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.evidence.Desk;
import org.commonweal.hub.frame.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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

    @Autowired
    Desk desk;

    @LocalServerPort
    int port;

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

    /** Six reports of one device: of things a cell of the map, of people nothing. */
    @Test
    void aLapsedApprovalProtectsPeopleAgainAtOnce() {
        Campaign campaign = Drawn.campaign("Sensors of one street")
                .of(desk.organisation("Air for All"))
                .about("sensor")
                .open(campaigns);
        for (int i = 0; i < 6; i++) report(campaign);
        approve(campaign, "now()");
        assertThat(tallies.get(campaigns.get(campaign.id())))
                .satisfies(tally -> assertThat(tally.cells()).hasSize(1))
                .satisfies(tally -> assertThat(tally.people()).isFalse());
        assertThat(page(campaign)).contains("At least 5 reports", "The figures speak of things");
        approve(campaign, "null");
        assertThat(tallies.get(campaigns.get(campaign.id())))
                .satisfies(tally -> assertThat(tally.cells()).isEmpty())
                .satisfies(tally -> assertThat(tally.people()).isTrue());
        assertThat(page(campaign))
                .contains("A figure about fewer than 10 people")
                .doesNotContain("At least 5 reports", "The figures speak of things");
    }

    private void approve(Campaign campaign, String when) {
        jdbc.sql("update campaigns.campaign set unit_approved_at = " + when + " where id = :id")
                .param("id", campaign.id())
                .update();
    }

    private void report(Campaign campaign) {
        jdbc.sql("""
                        insert into campaigns.submission (id, campaign_id, instance_id, source, observed_at, xml, sha256,
                          answers, contributor, latitude, longitude, state)
                        values (:id, :campaign, :id::text, 'sensor', now(), '', sha256(''), '{}', sha256('one device'),
                          44.8, 20.4, 'approved')""").param("id", Ids.next()).param("campaign", campaign.id()).update();
    }

    private String page(Campaign campaign) {
        return new Visitor(port).get(campaign.path()).body();
    }

    private long waiting() {
        return jdbc.sql(
                        "select count(*) from pg_locks where not granted and relation = 'campaigns.submission'::regclass")
                .query(Long.class)
                .single();
    }
}
