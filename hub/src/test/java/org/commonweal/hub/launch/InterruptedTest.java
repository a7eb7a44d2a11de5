package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.commonweal.hub.frame.database.Rooms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that are told to end while they work, as by Ctrl-C. */
@Tag("long")
class InterruptedTest {
    private static final Map<String, String> PASSPHRASE = Map.of("COMMONWEAL_PASSPHRASE", "five random words are good");

    @TempDir
    Path folder;

    @Test
    void aBackupAndARestoreLeaveNothingHalfDoneAndNothingRunning() throws Exception {
        Path data = largeHub();
        Path archive = folder.resolve("archive");
        try (HubProcess backup = HubProcess.run(PASSPHRASE, data, "backup", archive.toString())) {
            await().atMost(Duration.ofMinutes(3)).until(() -> Files.exists(folder.resolve("archive.part")));
            requireUnwound(backup, data);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).as("neither the archive nor a part or its keys").isEmpty();
        }

        try (HubProcess backup = HubProcess.run(PASSPHRASE, data, "backup", archive.toString())) {
            assertThat(backup.exitCode()).as(backup.output()).isZero();
        }
        Path back = folder.resolve("back");
        try (HubProcess restore = HubProcess.run(PASSPHRASE, back, "restore", archive.toString())) {
            restore.waitFor("The archive is of");
            requireUnwound(restore, back);
        }
        assertThat(back).doesNotExist();
    }

    private static void requireUnwound(HubProcess told, Path data) throws Exception {
        told.process.destroy();
        assertThat(told.exitCode()).isEqualTo(143);
        assertThat(told.output()).contains("Stopped before it was done.").doesNotContain("nobody foresaw", "\tat ");
        assertThat(HubProcess.databasesOn(data)).isEmpty();
    }

    // Large enough that the work is still under way when it is told to end.
    private static Path largeHub() throws Exception {
        Path data = FreshData.make();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, FreshData.BINARIES)) {
            Rooms.migrate(postgres.address());
        }
        Path files = Files.createDirectories(data.resolve("files/scope/ab"));
        byte[] random = new byte[4 << 20];
        new java.util.Random(1).nextBytes(random);
        for (int i : IntStream.range(0, 100).toArray()) Files.write(files.resolve("file" + i), random);
        return data;
    }
}
