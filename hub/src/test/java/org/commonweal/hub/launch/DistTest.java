package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.commonweal.hub.launch.place.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive on a machine that has nothing: no environment, no search path, another folder than it was made in. */
@Tag("long")
class DistTest {
    @TempDir
    Path machine;

    @Test
    void startsWithOneCommandWhereverItIsUnpackedOrMoved() throws Exception {
        String archive = Objects.requireNonNull(
                System.getProperty("commonweal.dist"), "run it with ./commonweal test --long, which makes the archive");
        Path first = Files.createDirectory(machine.resolve("first"));
        assertThat(new ProcessBuilder("/bin/tar", "-xzf", archive, "-C", first.toString())
                        .start()
                        .waitFor())
                .isZero();
        startAndStop(only(first));

        Path moved = machine.resolve("a folder with spaces");
        Files.move(only(first), moved);
        startAndStop(moved);
    }

    private void startAndStop(Path home) throws Exception {
        int port = HubProcess.freePort();
        Path elsewhere = Files.createTempDirectory(machine, "elsewhere");
        List<String> command = List.of(home.resolve("commonweal").toString(), "up", "--port", String.valueOf(port));
        try (HubProcess hub = HubProcess.bare(elsewhere, command)) {
            hub.waitFor("Ready in ");
            assertThat(HubProcess.status(port)).isEqualTo(200);
            assertThat(Files.readString(Path.of("/proc/" + hub.process.pid() + "/maps")))
                    .as("the class cache is in use")
                    .contains("hub.aot");
            hub.process.destroy();
            assertThat(hub.exitCode()).isEqualTo(143);
        }
        assertThat(HubProcess.databasesOn(home.resolve("data"))).isEmpty();
        assertThat(Ports.isFree(port)).isTrue();
    }

    private static Path only(Path folder) throws Exception {
        try (var inside = Files.list(folder)) {
            return inside.findFirst().orElseThrow();
        }
    }
}
