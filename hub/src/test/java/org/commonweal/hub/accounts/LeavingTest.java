package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies sealed under the hub's key does not stay: links that were used or ran out, letters to who has gone. */
@HubTest
class LeavingTest {
    @LocalServerPort
    int port;

    @Autowired
    SignInLinks links;

    @Autowired
    People people;

    @Autowired
    Personal personal;

    @Autowired
    Mail mail;

    @Autowired
    Leaving leaving;

    @Autowired
    Rights rights;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String address = UUID.randomUUID() + "@example.org";

    @Test
    void aUsedLinkIsGone() {
        Secret secret = links.makeFor(address);
        assertThat(count("accounts.sign_in_link")).isOne();
        links.use(secret);
        assertThat(count("accounts.sign_in_link")).isZero();
    }

    @Test
    void aLinkThatRanOutIsGoneWithTheNextOneAndAtNight() {
        for (int i = 0; i < 2; i++) {
            Secret secret = links.makeFor(address);
            jdbc.sql("update accounts.sign_in_link set expires_at = now() where digest = :digest")
                    .param("digest", secret.digest())
                    .update();
            assertThat(links.isOpen(secret)).isFalse();
            assertThat(count("accounts.sign_in_link")).isOne();
            if (i == 0) links.clean();
            else links.makeFor(UUID.randomUUID() + "@example.org");
            assertThat(count("accounts.sign_in_link")).isZero();
        }
    }

    @Test
    void whoDeletesTheirAccountLeavesNoLetterAndNoLink() {
        Visitor visitor =
                new Visitor(port).signIn("/sign-in/" + links.makeFor(address).text());
        mail.send(new Mail.Letter(address, "A letter", "that waits"));
        links.makeFor(address.toUpperCase());
        links.makeForNewAddress(people.findByEmail(address).orElseThrow(), "new-" + address);
        assertThat(count("private.mail")).isOne();
        visitor.get("/account/delete");
        visitor.post("/account/delete", Map.of("sure", "on"));
        assertThat(count("private.mail")).isZero();
        assertThat(count("accounts.sign_in_link")).isZero();
        assertThat(jdbc.sql("select count(*) from accounts.sign_in_link where address_digest = :digest")
                        .param("digest", personal.addressDigest("new-" + address))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A hub that dies while an account is deleted must not keep half of it. */
    @Test
    void nothingIsGoneBeforeAllOfItIs() {
        UUID person = people.create(address);
        links.makeFor(address);
        mail.send(new Mail.Letter(address, "A letter", "that waits"));
        CompletableFuture<Boolean> left = transaction.execute(status -> {
            // The letters go last: who holds this one holds back the end.
            jdbc.sql("select id from private.mail where address_digest = :digest for update")
                    .param("digest", personal.addressDigest(address))
                    .query(UUID.class)
                    .single();
            CompletableFuture<Boolean> leaves = CompletableFuture.supplyAsync(() -> leaving.leave(person));
            await().until(() -> waiting() > 0);
            assertThat(people.find(person).orElseThrow().email()).isEqualTo(address);
            assertThat(count("accounts.sign_in_link")).isOne();
            assertThat(notes(person)).isZero();
            return leaves;
        });
        assertThat(left.join()).isTrue();
        assertThat(people.exists(person)).isFalse();
        assertThat(count("accounts.sign_in_link") + count("private.mail")).isZero();
        assertThat(notes(person)).as("what a backup finds them by").isOne();
    }

    @Test
    void theLastAdministratorStays() {
        Visitor keeper =
                new Visitor(port).signIn("/sign-in/" + links.makeFor(address).text());
        UUID person = people.findByEmail(address).orElseThrow();
        rights.grant(new Actor(Actor.PERSON, person), "administrator", Scope.HUB);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from frame.grant_ where role = 'administrator' and scope_kind = 'hub'"
                            + " and holder_id <> :person")
                    .param("person", person)
                    .update();
            assertThat(leaving.leave(person)).isFalse();
            status.setRollbackOnly();
        });
        assertThat(people.exists(person)).isTrue();
        assertThat(keeper.get("/account").body()).contains("Administrator");
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        Visitor phone =
                new Visitor(port).signIn("/sign-in/" + links.makeFor(address).text());
        Visitor laptop =
                new Visitor(port).signIn("/sign-in/" + links.makeFor(address).text());
        String other = UUID.randomUUID() + "@example.org";
        Visitor neighbour =
                new Visitor(port).signIn("/sign-in/" + links.makeFor(other).text());
        assertThat(laptop.get("/account").body()).contains("Sign out everywhere");
        laptop.post("/account/sign-out-everywhere", Map.of());
        assertThat(phone.get("/account").statusCode()).isEqualTo(403);
        assertThat(laptop.get("/account").statusCode()).isEqualTo(403);
        assertThat(neighbour.get("/account").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port)
                        .post("/account/sign-out-everywhere", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoHasNoNameStillHasAWordInTheHeader() {
        Visitor named =
                new Visitor(port).signIn("/sign-in/" + links.makeFor(address).text());
        String name = address.substring(0, address.indexOf('@'));
        assertThat(named.get("/").body()).contains("<bdi>" + name + "</bdi>").doesNotContain(address);
        jdbc.sql("update private.identity set email = null where person_id = :person")
                .param("person", people.findByEmail(address).orElseThrow())
                .update();
        assertThat(named.get("/").body()).contains("<span>Your account</span></summary>");
    }

    private int notes(UUID person) {
        return jdbc.sql("select count(*) from frame.audit where action = 'account.deleted' and thing = :thing")
                .param("thing", "person:" + person)
                .query(Integer.class)
                .single();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like 'delete from private.mail%'")
                .query(Long.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where address_digest = :digest")
                .param("digest", personal.addressDigest(address))
                .query(Integer.class)
                .single();
    }
}
