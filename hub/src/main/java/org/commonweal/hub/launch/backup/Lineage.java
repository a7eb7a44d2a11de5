package org.commonweal.hub.launch.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseAddress;

/** Which line of a hub's life its rows are of: whatever is restored begins one of its own. */
final class Lineage {
    private static final String KEY = "hub.lineage";

    private Lineage() {}

    /** @return "" for a hub that never came out of an archive */
    static String of(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select value from frame.setting where key = ?")) {
            statement.setString(1, KEY);
            ResultSet row = statement.executeQuery();
            return row.next() ? row.getString(1) : "";
        }
    }

    static void begin(DatabaseAddress address) throws SQLException {
        try (Connection connection = Connections.open(address);
                PreparedStatement statement = connection.prepareStatement("insert into frame.setting values (?, ?)"
                        + " on conflict (key) do update set value = excluded.value")) {
            statement.setString(1, KEY);
            statement.setString(2, UUID.randomUUID().toString());
            statement.execute();
        }
    }
}
