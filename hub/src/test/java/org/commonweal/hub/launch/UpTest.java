package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.launch.place.Ports;
import org.junit.jupiter.api.Test;

class UpTest {
    @Test
    void servesPagesHoldsItsFolderAndStopsWithoutATrace() throws Exception {
        Path data = FreshData.make();
        int port = HubProcess.freePort();
        try (HubProcess hub = HubProcess.up(data, port)) {
            hub.waitFor("Ready in ");
            assertThat(HubProcess.status(port)).isEqualTo(200);
            assertThat(HubProcess.databasesOn(data)).hasSize(1);

            try (HubProcess second = HubProcess.up(data, HubProcess.freePort())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.output())
                        .contains("already runs on this data")
                        .contains("process " + hub.process.pid() + ", http://localhost:" + port)
                        .doesNotContain("\tat ");
            }

            String secret = "s3cretOfAPrivateLink";
            assertThat(new Visitor(port).get("/reports/" + secret + "/").statusCode())
                    .isEqualTo(404);
            assertThat(new Visitor(port)
                            .post("/sign-in/" + secret + "/x", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            Path log = data.resolve("log/hub.log");
            assertThat(log).content().doesNotContain(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                    .isEqualTo("rw-------");

            hub.process.destroy();
            assertThat(hub.exitCode()).isEqualTo(143);
            assertThat(hub.output()).endsWith("Stopped.\n").doesNotContain("\tat ");
            assertThat(HubProcess.databasesOn(data)).isEmpty();
            assertThat(Ports.isFree(port)).isTrue();
        }
    }
}
