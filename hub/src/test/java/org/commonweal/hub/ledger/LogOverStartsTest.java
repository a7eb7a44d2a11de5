package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.Commonweal;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.frame.Settings;
import org.commonweal.tlog.LogAudit;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One data folder, several starts of the hub on it. */
class LogOverStartsTest {
    private Path data;
    private int port;

    @BeforeEach
    void makeData() throws Exception {
        data = FreshData.make();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @Test
    void theLogGoesOnAndTakesTheNameOfThePublicAddressOnce() throws Exception {
        LogClient stranger = new LogClient("http://localhost:" + port);
        SignedCheckpoint local;
        try (ConfigurableApplicationContext hub = start()) {
            publish(hub, 2);
            local = stranger.checkpoint();
            assertThat(local.checkpoint().origin()).startsWith("localhost/log/");
            assertThat(stranger.text("/log")).contains("A log for trying out");
        }
        try (ConfigurableApplicationContext hub = start()) {
            publish(hub, 1);
            assertThat(stranger.size()).isEqualTo(3);
            assertThat(new LogAudit(stranger, stranger.key())
                            .run(List.of(local))
                            .problems())
                    .isEmpty();
        }
        try (ConfigurableApplicationContext hub = start("--commonweal.public-url=https://Hub.Example")) {
            publish(hub, 1);
            assertThat(stranger.checkpoint().checkpoint().origin()).isEqualTo("hub.example/log");
            assertThat(stranger.size()).isEqualTo(4);
            assertThat(SignedCheckpoint.parse(stranger.text("/log/1/checkpoint"))
                            .checkpoint()
                            .size())
                    .isEqualTo(3);
            assertThat(stranger.text("/log")).contains("Earlier logs").doesNotContain("A log for trying out");
        }
        // One start without the option, or with a mistyped one, does not end a public log.
        try (ConfigurableApplicationContext hub = start()) {
            publish(hub, 1);
            assertThat(stranger.checkpoint().checkpoint().origin()).isEqualTo("hub.example/log");
            assertThat(stranger.size()).isEqualTo(5);
        }
    }

    @Test
    void whatADemonstrationMadeUpStaysInItsOwnLog() throws Exception {
        LogClient stranger = new LogClient("http://localhost:" + port);
        try (ConfigurableApplicationContext hub = start("--commonweal.public-url=https://hub.example")) {
            Settings settings = hub.getBean(Settings.class);
            settings.put(Settings.DEMONSTRATION, "true");
            publish(hub, 2);
            assertThat(stranger.checkpoint().checkpoint().origin()).isEqualTo("hub.example/log/demonstration");
            assertThat(stranger.text("/log")).contains("A demonstration");
        }
    }

    private ConfigurableApplicationContext start(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--commonweal.port=" + port);
        all.add("--commonweal.data=" + data);
        all.add("--commonweal.postgres=" + FreshData.BINARIES);
        return new SpringApplicationBuilder(Commonweal.class).run(all.toArray(String[]::new));
    }

    private static void publish(ConfigurableApplicationContext hub, int count) {
        Published published = hub.getBean(Published.class);
        EntrySearch search = hub.getBean(EntrySearch.class);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) ids.add(published.publish("Finding " + i));
        await().until(() ->
                ids.stream().allMatch(id -> search.listOf(id).stream().anyMatch(PlacedEntry::isPlaced)));
        await().until(() -> hub.getBean(Entries.class).countPending() == 0);
    }
}
