package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    @Test
    void helpersOfAKilledServerEndBeforeTheNextOneBegins() throws Exception {
        Path data = FreshData.make();
        EmbeddedPostgres killed = EmbeddedPostgres.start(data, FreshData.BINARIES);
        Connection busy = Connections.open(killed.address());
        ProcessHandle helper = ProcessHandle.of(pidOf(busy)).orElseThrow();
        // It counts without looking up, and so notices late that its server is gone.
        Thread counting = Thread.ofVirtual().start(() -> {
            try (Statement statement = busy.createStatement()) {
                statement.execute("select count(*) from generate_series(1, 30000000)");
            } catch (SQLException nobodyHears) {
                // Its server was killed.
            }
        });
        try (Connection other = Connections.open(killed.address())) {
            await().until(() -> isBusy(other, helper.pid()));
        }
        assertThat(runs(helper)).isTrue();
        HubProcess.databasesOn(data).getFirst().destroyForcibly();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(data, FreshData.BINARIES)) {
            assertThat(runs(helper)).isFalse();
            assertThat(answers(next)).isTrue();
        }
        counting.join();
    }

    // An ended process stays in the table until its new parent asks for it, which not every first process does; but it
    // has no program any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static long pidOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean isBusy(Connection connection, long pid) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select 1 from pg_stat_activity where state = 'active' and query like '%generate%' and pid = "
                                + pid)) {
            return row.next();
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
