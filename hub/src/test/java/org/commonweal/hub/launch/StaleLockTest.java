package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

class StaleLockTest {
    @Test
    void aLockThatNamesAnotherProgramKeepsNobodyOut() throws Exception {
        startsDespiteLockOf(ProcessHandle.current().pid());
    }

    @Test
    void aLockThatNamesAnotherHubsServerLeavesThatServerAlone() throws Exception {
        Path other = FreshData.make();
        try (EmbeddedPostgres running = EmbeddedPostgres.start(other, FreshData.BINARIES)) {
            long process = HubProcess.databasesOn(other).getFirst().pid();
            startsDespiteLockOf(process);
            assertThat(answers(running)).isTrue();
        }
    }

    private static void startsDespiteLockOf(long process) throws Exception {
        Path data = FreshData.make();
        Path cluster = data.resolve("postgres");
        Files.writeString(
                cluster.resolve("postmaster.pid"), process + "\n" + cluster + "\n1780000000\n5432\n\n127.0.0.1\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, FreshData.BINARIES)) {
            assertThat(answers(postgres)).isTrue();
        }
    }

    private static boolean answers(EmbeddedPostgres postgres) throws Exception {
        try (var connection = Connections.open(postgres.address())) {
            return connection.isValid(5);
        }
    }
}
