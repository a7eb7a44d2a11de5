package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.launch.place.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts that do not begin or end as they should. */
@Tag("long")
class UpAgainTest {
    @Test
    void aKilledHubsDatabaseIsTakenOver() throws Exception {
        Path data = FreshData.make();
        try (HubProcess killed = HubProcess.up(data, HubProcess.freePort())) {
            killed.waitFor("Ready in ");
            killed.process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(HubProcess.databasesOn(data)).hasSize(1);

        int port = HubProcess.freePort();
        try (HubProcess next = HubProcess.up(data, port)) {
            next.waitFor("Ready in ");
            assertThat(HubProcess.status(port)).isEqualTo(200);
            next.process.destroy();
            next.exitCode();
        }
        assertThat(HubProcess.databasesOn(data)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 900, 1500, 2500, 4000})
    void aSignalDuringTheStartLeavesNothingRunning(int afterMillis) throws Exception {
        Path data = FreshData.make();
        int port = HubProcess.freePort();
        try (HubProcess hub = HubProcess.up(data, port)) {
            Thread.sleep(afterMillis);
            hub.process.destroy();
            hub.exitCode();
            assertThat(HubProcess.databasesOn(data)).as(hub.output()).isEmpty();
            assertThat(Ports.isFree(port)).isTrue();
        }
    }

    @Test
    void aTakenPortIsToldBeforeAnythingStarts() throws Exception {
        Path data = FreshData.make().resolve("new");
        try (ServerSocket other = new ServerSocket(0);
                HubProcess hub = HubProcess.up(data, other.getLocalPort())) {
            assertThat(hub.exitCode()).isEqualTo(1);
            assertThat(hub.output())
                    .contains("Port " + other.getLocalPort() + " is in use by another program")
                    .doesNotContain("\tat ");
            assertThat(HubProcess.databasesOn(data)).isEmpty();
            assertThat(data).doesNotExist();
        }
    }
}
