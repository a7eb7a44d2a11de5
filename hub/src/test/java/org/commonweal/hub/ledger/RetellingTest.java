package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.Staleness;

/** A database that refuses for a moment keeps no finding out of the log. */
@HubTest
class RetellingTest {
    @Autowired
    Published published;

    @Autowired
    SchedulerClient jobs;

    @Autowired
    EventPublicationRegistry registry;

    @Autowired
    Staleness staleness;

    @Autowired
    JdbcClient jdbc;

    private final UUID finding = UUID.randomUUID();

    @BeforeEach
    void refuseIt() {
        jdbc.sql("""
                        create function ledger.hiccup() returns trigger language plpgsql as
                        $$ begin raise 'A hiccup of this test'; end $$""").update();
        jdbc.sql("create trigger hiccup before insert on ledger.entry for each row" + " when (new.document = '"
                        + finding + "') execute function ledger.hiccup()")
                .update();
    }

    @AfterEach
    void refuseNothing() {
        jdbc.sql("drop function if exists ledger.hiccup cascade").update();
    }

    @Test
    void whatFailedOnceIsToldAgainWithoutARestartAndThenForgotten() {
        published.publish(finding, 1, "Told when the database had a hiccup");
        await().until(() -> states().equals(List.of("FAILED")));
        refuseNothing();
        assertThat(published.isPlaced(finding)).as("before it is told again").isFalse();
        tellAgain();
        await().until(() -> published.isPlaced(finding));
        await().until(() -> states().isEmpty());
    }

    @Test
    void whatAProcessLeftInTheMiddleOfARetellingIsNotForgotten() {
        published.publish(finding, 1, "Told again by a process that ended");
        await().until(() -> states().equals(List.of("FAILED")));
        refuseNothing();
        jdbc.sql(
                        "update frame.event_publication set status = 'RESUBMITTED', publication_date = now() - interval '1 hour',"
                                + " last_resubmission_date = now() - interval '1 hour' where serialized_event like :finding")
                .param("finding", "%" + finding + "%")
                .update();
        // As the monitor does every minute.
        registry.markStalePublicationsFailed(staleness);
        assertThat(states()).containsExactly("FAILED");
        tellAgain();
        await().until(() -> published.isPlaced(finding));
    }

    private void tellAgain() {
        jobs.reschedule(TaskInstanceId.of("event-retelling", RecurringTask.INSTANCE), Instant.now());
    }

    private List<String> states() {
        return jdbc.sql("select status from frame.event_publication where serialized_event like :finding")
                .param("finding", "%" + finding + "%")
                .query(String.class)
                .list();
    }
}
