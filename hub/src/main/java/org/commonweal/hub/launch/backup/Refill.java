package org.commonweal.hub.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseAddress;
import org.commonweal.hub.launch.place.Refused;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills freshly migrated tables with the rows of an archive, all in one transaction.
 *
 * <p>References between tables are taken off before and put back after, as pg_dump does: the rows may come in any order
 * and in circles, no superuser is needed, and PostgreSQL checks them all when they are put back.
 */
final class Refill implements AutoCloseable {
    private final Connection connection;
    private final Map<String, Tables.Table> tables;
    private final Map<String, Long> rows = new TreeMap<>();
    private final List<String> putBack;
    private @Nullable CopyIn copying;
    private String current = "";

    private Refill(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        tables = Tables.list(connection).stream().collect(Collectors.toMap(Tables.Table::name, table -> table));
        putBack = Tables.column(connection, References.PUT_BACK);
        for (String statement : Tables.column(connection, References.TAKE_OFF)) execute(statement);
        execute("truncate " + tables.values().stream().map(Tables.Table::quoted).collect(Collectors.joining(", ")));
    }

    static Refill begin(DatabaseAddress address) throws SQLException {
        return new Refill(Connections.open(address));
    }

    /**
     * Takes one part of a table; parts of one table follow one another.
     *
     * @throws Refused when this program's hub has no such table
     */
    void part(String table, InputStream content) throws SQLException, IOException {
        if (!table.equals(current)) {
            finishTable();
            begin(table);
        }
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = content.read(buffer)) > 0; ) copying.writeToCopy(buffer, 0, read);
    }

    /** Puts the references and sequences back and makes it all last. */
    Map<String, Long> finish(Map<String, Long> sequences) throws SQLException {
        finishTable();
        for (Map.Entry<String, Long> sequence : new HashMap<>(sequences).entrySet())
            execute("select setval('" + sequence.getKey().replace("'", "''") + "', " + sequence.getValue() + ")");
        for (String statement : putBack) execute(statement);
        connection.commit();
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void begin(String name) throws SQLException {
        Tables.Table table = tables.get(name);
        if (table == null)
            throw new Refused("The archive has rows of the table ‹" + name + "›, which this version of Commonweal does"
                    + " not have. Use the version that made the archive.");
        current = name;
        copying = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table.quoted() + " (" + table.columns() + ") from stdin");
    }

    private void finishTable() throws SQLException {
        if (copying == null) return;
        rows.put(current, copying.endCopy());
        copying = null;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
