package org.commonweal.hub.campaigns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What is taken in is stored also while the hub stops, and nobody waits for ever when it can't be. */
@HubTest
class IntakeTest {
    @Autowired
    Intake hubs;

    @Autowired
    Store store;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext hub;

    private ServedForm form;

    @Test
    void stopsAfterTheWebServer() {
        List<Integer> webServers = hub.getBeansOfType(SmartLifecycle.class).entrySet().stream()
                .filter(bean -> bean.getKey().startsWith("webServer"))
                .map(bean -> bean.getValue().getPhase())
                .toList();
        assertThat(webServers).hasSize(2).allSatisfy(phase -> assertThat(phase).isGreaterThan(hubs.getPhase()));
    }

    /** Sixty people send while the hub stops, and one more when it has. */
    @Test
    void storesWhatItAcknowledgesAndAnswersEverybodyWhileItStops() throws Exception {
        Campaign campaign = open();
        Intake intake = new Intake(store);
        intake.start();
        CountDownLatch begun = new CountDownLatch(20);
        int acknowledged = 0;
        try (var pool = Executors.newFixedThreadPool(60)) {
            List<Future<Boolean>> answers = IntStream.range(0, 60)
                    .mapToObj(i -> pool.submit(() -> {
                        begun.countDown();
                        return isTaken(intake, arrival(campaign));
                    }))
                    .toList();
            begun.await();
            intake.stop();
            for (Future<Boolean> answer : answers) if (answer.get()) acknowledged++;
        }
        assertThat(stored(campaign)).isEqualTo(acknowledged);
        assertThatThrownBy(() -> intake.accept(arrival(campaign)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("send it again");
    }

    @Test
    void asksOnceForAGroupWhenTheDatabaseIsAway() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        JdbcTemplate away = new JdbcTemplate(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLTransientConnectionException {
                asked.incrementAndGet();
                try {
                    open.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                throw new SQLTransientConnectionException("Connection is not available");
            }

            @Override
            public Connection getConnection(String name, String password) throws SQLTransientConnectionException {
                return getConnection();
            }
        });
        JdbcClient client = JdbcClient.create(away);
        Intake intake = new Intake(new Store(away, new Edits(client), null));
        intake.start();
        Campaign campaign = open();
        List<Arrival> hundred =
                Stream.generate(() -> arrival(campaign)).limit(100).toList();
        try (var pool = Executors.newFixedThreadPool(2)) {
            // Both writers have a group in hand; all others wait.
            List<Future<Boolean>> first = hundred.subList(0, 2).stream()
                    .map(one -> {
                        int before = asked.get();
                        Future<Boolean> answer = pool.submit(() -> isTaken(intake, one));
                        await().until(() -> asked.get() > before);
                        return answer;
                    })
                    .toList();
            Future<Integer> status;
            try (var one = Executors.newSingleThreadExecutor()) {
                status = one.submit(() -> {
                    try {
                        intake.acceptAll(hundred.subList(2, 100));
                        return 201;
                    } catch (Refusal refusal) {
                        return refusal.status().value();
                    }
                });
                await().until(() -> intake.waiting() == 98);
                open.countDown();
            }
            assertThat(status.get()).isEqualTo(503);
            for (Future<Boolean> answer : first) assertThat(answer.get()).isFalse();
        } finally {
            intake.stop();
        }
        // Each writer's one in hand, and a group for one writer or, when both look at the same moment, for each.
        assertThat(asked.get()).isBetween(3, 4);
    }

    private static boolean isTaken(Intake intake, Arrival arrival) {
        try {
            return intake.accept(arrival) == Outcome.STORED;
        } catch (Refusal refusal) {
            assertThat(refusal.status().value()).isEqualTo(503);
            return false;
        }
    }

    private Campaign open() {
        Campaign drawn = Campaign.draft(Ids.next(), "en", java.time.Instant.EPOCH);
        campaigns.save(drawn);
        campaigns.setState(drawn.id(), Campaign.State.OPEN);
        form = new ServedForm(
                Ids.next(), drawn.id(), "f-" + Ids.tail(drawn.id()), "1", "", "<x/>", "0".repeat(32), "", List.of());
        forms.add(form, new byte[0]);
        return campaigns.get(drawn.id());
    }

    private Arrival arrival(Campaign campaign) {
        String id = "uuid:" + UUID.randomUUID();
        return arrivals.of(
                campaign,
                form,
                new Instance(form.formId(), "1", id, "", java.util.Map.of()),
                "<data/>",
                new Contributor("web", null, null, ""),
                null,
                java.util.Map.of());
    }

    private int stored(Campaign campaign) {
        return jdbc.sql("select count(*) from campaigns.submission where campaign_id = :campaign")
                .param("campaign", campaign.id())
                .query(Integer.class)
                .single();
    }
}
