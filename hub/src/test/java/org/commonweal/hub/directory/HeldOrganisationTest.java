package org.commonweal.hub.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is made for an organisation while somebody deletes it: one of the two happens, and nothing is left of nobody's. */
@HubTest
class HeldOrganisationTest {
    @Autowired
    Organisations organisations;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final UUID id = Ids.next();

    @BeforeEach
    void make() {
        jdbc.sql("insert into directory.organisation (id, tail, name) values (:id, :tail, :name)")
                .param("id", id)
                .param("tail", Ids.tail(id))
                .param("name", "Held " + id)
                .update();
    }

    @Test
    void isNotDeletedBeforeWhatIsMadeOfItIsThereToBeSeen() {
        Visitor administrator = community.administrator();
        String delete = organisations.get(id).path() + "/delete";
        administrator.get(delete);
        CompletableFuture<Integer> deleted = transaction.execute(status -> {
            organisations.getHeld(id);
            campaign();
            CompletableFuture<Integer> meanwhile = CompletableFuture.supplyAsync(
                    () -> administrator.post(delete, Map.of()).statusCode());
            await().until(() -> meanwhile.isDone() || waits());
            return meanwhile;
        });
        assertThat(deleted.join()).isEqualTo(409);
        assertThat(organisations.find(id)).isPresent();
    }

    /** The page's own way, while somebody is about to delete it. */
    @Test
    void nothingIsMadeOfItWhileSomebodyDeletesIt() {
        Visitor editor = community.editorOf(id);
        editor.get("/campaigns/new");
        CompletableFuture<Integer> made = transaction.execute(status -> {
            jdbc.sql("select id from directory.organisation where id = :id for update")
                    .param("id", id)
                    .query()
                    .listOfRows();
            CompletableFuture<Integer> meanwhile = CompletableFuture.supplyAsync(
                    () -> editor.post("/campaigns/new", about()).statusCode());
            await().until(() -> meanwhile.isDone() || waits());
            jdbc.sql("delete from directory.organisation where id = :id")
                    .param("id", id)
                    .update();
            return meanwhile;
        });
        assertThat(made.join()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from campaigns.campaign where organisation_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> organisations.getHeld(id)).isInstanceOf(Refusal.class);
    }

    private Map<String, String> about() {
        return Map.of(
                "organisation", id.toString(),
                "language", "en",
                "title", "Wells",
                "why", "Wells run dry.",
                "who", "Everyone",
                "contact", "wells@example.org",
                "minutes", "4",
                "zone", "Europe/Belgrade",
                "country", "RS",
                "place", "The lower valley");
    }

    // A row as another room writes it.
    private void campaign() {
        UUID campaign = Ids.next();
        jdbc.sql("insert into campaigns.campaign (id, tail, organisation_id, title, why, use_of_answers, consent,"
                        + " who_can_answer, contact, zone, minutes, retention_months) values (:id, :tail, :organisation,"
                        + " '{}', '{}', '{}', '{}', '{}', '', 'UTC', 1, 1)")
                .param("id", campaign)
                .param("tail", Ids.tail(campaign))
                .param("organisation", id)
                .update();
    }

    private boolean waits() {
        return jdbc.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like '%directory.organisation%')")
                .query(Boolean.class)
                .single();
    }
}
