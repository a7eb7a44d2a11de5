package org.commonweal.hub.frame.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A row that the database refuses is somebody's answers: neither our log nor the database's own tells it. */
@HubTest
class NoRowsInLogsTest {
    private static final String ANSWER = "Amina lives behind the mill";

    @Autowired
    DataSource pool;

    @Autowired
    EmbeddedPostgres postgres;

    @Value("${commonweal.data}")
    Path data;

    @Test
    void aRefusedRowIsNotTold() throws Exception {
        try (Connection pooled = pool.getConnection();
                Connection single = Connections.open(postgres.address());
                Connection named = Connections.open(DatabaseAddress.of("postgresql://commonweal:"
                        + postgres.address().password()
                        + "@"
                        + postgres.address().spoken().replaceFirst("postgresql://", "")
                        + "?connectTimeout=10"))) {
            for (Connection connection : new Connection[] {pooled, single, named})
                assertThat(told(connection))
                        .contains("violates check constraint")
                        .doesNotContain(ANSWER);
        }
        try (Stream<Path> logs = Files.walk(data.resolve("log"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(ANSWER);
        }
        assertThat(Files.readString(data.resolve("log/postgres.log"))).contains("violates check constraint");
    }

    // Alone and among others in a batch, of which the driver tells the statement.
    private static String told(Connection connection) throws Exception {
        StringWriter all = new StringWriter();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table refused (answer text, number int check (number > 0))");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into refused values (?, ?)")) {
            insert.setString(1, ANSWER);
            insert.setInt(2, -1);
            catchThrowable(insert::executeUpdate).printStackTrace(new PrintWriter(all));
            insert.addBatch();
            insert.addBatch();
            catchThrowable(insert::executeBatch).printStackTrace(new PrintWriter(all));
        }
        return all.toString();
    }
}
