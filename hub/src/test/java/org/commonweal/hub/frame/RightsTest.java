package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class RightsTest {
    private static final Set<String> EDITORS = Set.of("editor");

    @Autowired
    Rights rights;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Scope organisation = Scope.organisation(Ids.next());

    @Test
    void ofTwoWhoTakeEachOthersRoleAtOnceOneStays() {
        Rights.Grant first = editor();
        Rights.Grant second = editor();
        CompletableFuture<Boolean> other = transaction.execute(status -> {
            assertThat(rights.revokeUnlessLast(first, EDITORS)).isTrue();
            CompletableFuture<Boolean> meanwhile =
                    CompletableFuture.supplyAsync(() -> rights.revokeUnlessLast(second, EDITORS));
            await().until(() -> waiting() > 0);
            return meanwhile;
        });
        assertThat(other.join()).isFalse();
        assertThat(rights.listOn(organisation)).hasSize(1);
    }

    /** As two administrators who delete their accounts at the same moment. */
    @Test
    void ofTwoWhoLeaveAtOnceOneStays() {
        UUID first = person(editor());
        UUID second = person(editor());
        CompletableFuture<Boolean> other = transaction.execute(status -> {
            assertThat(rights.revokeAllUnlessLast(first, "editor", organisation))
                    .isTrue();
            CompletableFuture<Boolean> meanwhile =
                    CompletableFuture.supplyAsync(() -> rights.revokeAllUnlessLast(second, "editor", organisation));
            await().until(() -> waiting() > 0);
            return meanwhile;
        });
        assertThat(other.join()).isFalse();
        assertThat(rights.listPersons("editor", organisation)).containsExactly(second);
        assertThat(rights.listHeldAlone(second, EDITORS, "organisation")).containsExactly(organisation);
    }

    @Test
    void whoHoldsTheRoleElsewhereDoesNotCount() {
        Rights.Grant only = editor();
        rights.grant(new Actor(Actor.PERSON, Ids.next()), "editor", Scope.organisation(Ids.next()));
        rights.grant(new Actor(Actor.PERSON, Ids.next()), "reviewer", organisation);
        assertThat(rights.revokeUnlessLast(only, EDITORS)).isFalse();
    }

    private Rights.Grant editor() {
        Actor person = new Actor(Actor.PERSON, Ids.next());
        rights.grant(person, "editor", organisation);
        return rights.listFor(person).getFirst();
    }

    private UUID person(Rights.Grant grant) {
        return jdbc.sql("select holder_id from frame.grant_ where id = :id")
                .param("id", grant.id())
                .query(UUID.class)
                .single();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like '%frame.grant_%for update%'")
                .query(Long.class)
                .single();
    }
}
