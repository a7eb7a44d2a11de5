package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Scope;
import org.commonweal.tlog.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Administrators keep the log by its page; nobody else may. */
@HubTest
class KeepPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Published published;

    @Autowired
    Logs logs;

    @Autowired
    LogFolders folders;

    @Autowired
    Keeper keeper;

    @Autowired
    Audit audit;

    @Autowired
    Invitations invitations;

    Visitor administrator;

    @BeforeEach
    void signIn() {
        administrator = as("administrator");
        await().until(() -> state() == Signing.SIGNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "reviewer", "member"})
    void areForAdministratorsOnly(String role) {
        Visitor other = as(role);
        assertThat(other.get("/hub/log").statusCode()).isEqualTo(403);
        assertThat(other.post("/hub/log/begin", Map.of("reason", "Mischief")).statusCode())
                .isEqualTo(403);
        assertThat(other.post("/hub/log/known", Map.of("checkpoint", "x")).statusCode())
                .isEqualTo(403);
        Visitor stranger = new Visitor(port);
        assertThat(stranger.get("/hub/log").statusCode()).isEqualTo(403);
        assertThat(stranger.post("/hub/log/begin", Map.of("reason", "Mischief")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void bringTheLogBackAfterARestore() throws Exception {
        UUID before = published.publish("Before the last");
        await().until(() -> published.isPlaced(before));
        String older = administrator.get("/log/checkpoint").body();
        UUID last = published.publish("The last");
        await().until(() -> published.isPlaced(last));
        String known = administrator.get("/log/checkpoint").body();
        keeper.stop();
        Log.requireProof(folders.all());
        keeper.start();
        await().until(() -> state() == Signing.HELD);
        UUID waiting = published.publish("Waits for the comparison");
        assertThat(administrator.get("/hub/log").body()).contains("The log signs nothing");

        var malformed = administrator.post("/hub/log/known", Map.of("checkpoint", "no checkpoint"));
        assertThat(malformed.statusCode()).isEqualTo(422);
        assertThat(malformed.body()).contains("A note is text, a blank line", "no checkpoint");
        assertThat(administrator.get("/hub/log").body())
                .as("its own checkpoint, which is none from outside")
                .doesNotContain(known.lines().skip(2).findFirst().orElseThrow());
        assertThat(administrator
                        .post("/hub/log/known", Map.of("checkpoint", known))
                        .body())
                .contains("Say that you know of no newer checkpoint");
        administrator.post(
                "/hub/log/known", Map.of("checkpoint", known.replaceFirst("\n\\d+\n", "\n999999\n"), "newest", "on"));
        assertThat(administrator.get("/hub/log").body()).contains("the log may not sign yet", "does not fit");
        assertThat(state()).isEqualTo(Signing.HELD);

        administrator.post("/hub/log/known", Map.of("checkpoint", older, "newest", "on"));
        assertThat(administrator.get("/hub/log").body())
                .contains(
                        "The checkpoint known outside has %d entries, this log %d".formatted(size(older), size(known)),
                        "Give a newer copy, of %d entries or more, or start a new origin".formatted(size(known)));
        assertThat(state()).isEqualTo(Signing.HELD);
        assertThat(audit.listBefore(Long.MAX_VALUE, Audit.Wanted.ALL, 5)).anySatisfy(line -> assertThat(line.detail())
                .startsWith("size " + size(older) + ": The checkpoint known outside"));

        // As a text field sends it.
        administrator.post("/hub/log/known", Map.of("checkpoint", known.strip().replace("\n", "\r\n"), "newest", "on"));
        assertThat(administrator.get("/hub/log").body()).contains("The log takes entries and signs");
        await().until(() -> published.isPlaced(waiting));
        assertThat(audit.listBefore(Long.MAX_VALUE, Audit.Wanted.ALL, 5)).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo("log.compared");
            assertThat(line.detail()).isEqualTo("size " + size(known) + ": signs again");
            assertThat(line.actor()).startsWith("person:");
        });
    }

    /** What lay in the row would release the log after the next restore, with nobody asked. */
    @Test
    void compareNothingWhileTheLogSigns() {
        UUID one = published.publish("So that there is a checkpoint");
        await().until(() -> published.isPlaced(one));
        String known = administrator.get("/log/checkpoint").body();
        var pressed = administrator.post("/hub/log/known", Map.of("checkpoint", known, "newest", "on"));
        assertThat(pressed.statusCode()).isEqualTo(409);
        assertThat(pressed.body()).contains("There is nothing to compare at present");
        assertThat(logs.findCurrent().orElseThrow().known()).isNull();
    }

    @Test
    void beginALogWithAReasonOnly() {
        int before = number();
        assertThat(administrator.post("/hub/log/begin", Map.of("reason", " ")).body())
                .contains("Give a reason");
        assertThat(number()).isEqualTo(before);
        administrator.post("/hub/log/begin", Map.of("reason", "Moved to <b>new</b> machines"));
        assertThat(number()).isEqualTo(before + 1);
        await().until(() -> state() == Signing.SIGNING);
        assertThat(new Visitor(port).get("/log").body()).contains("Moved to &lt;b&gt;new&lt;/b&gt; machines");
    }

    private static long size(String checkpoint) {
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    private Visitor as(String role) {
        return new Visitor(port).signIn(invitations.make(role, Scope.HUB, "test"));
    }

    private int number() {
        return logs.findCurrent().orElseThrow().number();
    }

    private Signing state() {
        return logs.findCurrent().map(LogRow::state).orElse(Signing.WAITING);
    }
}
