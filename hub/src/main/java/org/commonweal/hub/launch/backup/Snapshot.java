package org.commonweal.hub.launch.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseAddress;
import org.commonweal.hub.frame.database.Rooms;
import org.postgresql.PGConnection;

/** All rows as they were at one moment, while the hub goes on writing: one repeatable-read transaction (MVCC). */
final class Snapshot implements AutoCloseable {
    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot take(DatabaseAddress address) throws SQLException {
        Connection connection = Connections.open(address);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new Snapshot(connection);
    }

    /** What this snapshot is of; its first query is the moment that all later ones see. */
    Manifest manifest(String hub) throws SQLException {
        Map<String, String> versions = Rooms.versions(connection);
        return new Manifest(
                Manifest.FORMAT, hub, Lineage.of(connection), Instant.now(), versions, Tables.sequences(connection));
    }

    /** Whoever deleted their account here, as the audit trail tells it. */
    Set<UUID> erased() throws SQLException {
        Set<UUID> persons = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select substr(thing, length(?) + 2)::uuid from frame.audit where action = ?")) {
            statement.setString(1, Actor.PERSON);
            statement.setString(2, Audit.ERASED);
            ResultSet row = statement.executeQuery();
            while (row.next()) persons.add(row.getObject(1, UUID.class));
        }
        return persons;
    }

    /** @return how many rows each table had */
    Map<String, Long> copyInto(Archive archive, Predicate<Tables.Table> wanted) throws SQLException, IOException {
        Map<String, Long> rows = new TreeMap<>();
        for (Tables.Table table : Tables.list(connection))
            if (wanted.test(table)) rows.put(table.name(), copy(table, archive));
        return rows;
    }

    private long copy(Tables.Table table, Archive archive) throws SQLException, IOException {
        String sql = "copy " + table.quoted() + " (" + table.columns() + ") to stdout";
        try (OutputStream parts = archive.parts(Archive.DATABASE + table.name())) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, parts);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
