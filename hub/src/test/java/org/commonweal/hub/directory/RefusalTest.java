package org.commonweal.hub.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether an organisation that waits is accepted or refused: one of the two, and the words are for those concerned. */
@HubTest
class RefusalTest {
    private static final String WORDS = "We know nobody of these.";

    @LocalServerPort
    int port;

    @Autowired
    Organisations organisations;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final UUID id = Ids.next();

    @BeforeEach
    void make() {
        jdbc.sql("insert into directory.organisation (id, tail, name, accepted_at) values (:id, :tail, :name, null)")
                .param("id", id)
                .param("tail", Ids.tail(id))
                .param("name", "Waiting " + id)
                .update();
    }

    @Test
    void isNotRefusedWhileSomebodyAcceptsIt() {
        CompletableFuture<Void> other = transaction.execute(status -> {
            organisations.accept(id);
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> organisations.refuse(id, WORDS));
            await().until(() -> meanwhile.isDone() || waits());
            return meanwhile;
        });
        assertThatThrownBy(other::join).hasCauseInstanceOf(Refusal.class);
        assertThat(refusals()).isZero();
    }

    @Test
    void isAcceptedAfterSomebodyWhoRefusesItAtTheSameMoment() {
        CompletableFuture<OrganisationRef> other = transaction.execute(status -> {
            organisations.refuse(id, WORDS);
            CompletableFuture<OrganisationRef> meanwhile =
                    CompletableFuture.supplyAsync(() -> organisations.accept(id));
            await().until(() -> meanwhile.isDone() || waits());
            return meanwhile;
        });
        assertThat(other.join().id()).isEqualTo(id);
        assertThat(refusals()).isZero();
    }

    @Test
    void itsWordsAreForThoseWhoMadeItAndThoseWhoDecide() {
        organisations.refuse(id, WORDS);
        String path = organisations.get(id).path();
        for (Scope scope : new Scope[] {Scope.organisation(id), Scope.HUB})
            assertThat(as("editor", scope).get(path).body()).contains(WORDS);
        assertThat(as("reviewer", Scope.organisation(id)).get(path).body()).doesNotContain(WORDS);
        jdbc.sql("update directory.organisation set accepted_at = now() where id = :id")
                .param("id", id)
                .update();
        assertThat(new Visitor(port).get(path).body()).contains("Waiting " + id).doesNotContain(WORDS);
        assertThat(organisations.findRefusal(id)).isEmpty();
    }

    private Visitor as(String role, Scope scope) {
        return new Visitor(port).signIn(invitations.make(role, scope, "test"));
    }

    private boolean waits() {
        return jdbc.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like '%directory.%')")
                .query(Boolean.class)
                .single();
    }

    private int refusals() {
        return jdbc.sql("select count(*) from directory.refusal where organisation_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
