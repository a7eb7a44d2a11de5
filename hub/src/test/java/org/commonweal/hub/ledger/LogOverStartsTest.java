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
        SignedCheckpoint named;
        try (ConfigurableApplicationContext hub = start("--commonweal.public-url=https://Hub.Example")) {
            publish(hub, 1);
            named = stranger.checkpoint();
            assertThat(named.checkpoint().origin()).isEqualTo("hub.example/log");
            assertThat(named.checkpoint().size()).isEqualTo(3);
            assertThat(stranger.text("/log/1/checkpoint")).isEqualTo(local.toString());
            assertThat(stranger.text("/log")).contains("Earlier logs").doesNotContain("A log for trying out");
        }
        // One start without the option, or with a mistyped one, does not end a public log.
        try (ConfigurableApplicationContext hub = start()) {
            publish(hub, 1);
            assertThat(stranger.size()).isEqualTo(4);
            assertThat(new LogAudit(stranger, stranger.key())
                            .run(List.of(named))
                            .problems())
                    .isEmpty();
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
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) ids.add(published.publish("Finding " + i));
        await().until(() -> ids.stream().allMatch(published::isPlaced));
        await().until(() -> hub.getBean(Entries.class).countPending() == 0);
    }
}
