package org.commonweal.hub.frame.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The rooms' schemas and how far each is migrated, for words that work without the hub's context. */
public final class Rooms {
    private static final String HISTORY = "schema_history";

    private Rooms() {}

    /** The schemas that hold the hub's rows, in the order in which they are migrated; {@code private} is the frame's. */
    public static List<String> schemas() {
        return java.util.stream.Stream.concat(Migrations.ROOMS.stream(), java.util.stream.Stream.of("private"))
                .toList();
    }

    /** The table that only tells how far a room is migrated. */
    public static boolean isHistory(String table) {
        return table.equals(HISTORY);
    }

    /** The version that each room's schema is at; a room that was never migrated is absent. */
    public static Map<String, String> versions(Connection connection) throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        for (String room : Migrations.ROOMS) {
            try (Statement statement = connection.createStatement()) {
                ResultSet exists = statement.executeQuery("select to_regclass('" + room + "." + HISTORY + "')");
                exists.next();
                if (exists.getString(1) == null) continue;
                ResultSet newest = statement.executeQuery("select version from " + room + "." + HISTORY
                        + " where success and version is not null order by installed_rank desc limit 1");
                if (newest.next()) versions.put(room, newest.getString(1));
            }
        }
        return versions;
    }

    /** Migrates every room as far as this program knows. */
    public static void migrate(DatabaseAddress address) {
        Migrations.ROOMS.forEach(room -> flyway(address, room).load().migrate());
    }

    /**
     * Migrates the rooms named, each as far as said, so that rows of that age fit.
     *
     * @throws DatabaseFault when a room or a version is not known here: the rows are of a newer hub
     */
    public static void migrate(DatabaseAddress address, Map<String, String> versions) {
        for (String room : versions.keySet())
            if (!Migrations.ROOMS.contains(room)) throw newer(room, versions.get(room), "nothing");
        for (String room : Migrations.ROOMS) {
            if (!versions.containsKey(room)) continue;
            Flyway flyway =
                    flyway(address, room).target(versions.get(room) + "?").load();
            flyway.migrate();
            String reached = flyway.info().current().getVersion().getVersion();
            if (!reached.equals(versions.get(room))) throw newer(room, versions.get(room), reached);
        }
    }

    private static FluentConfiguration flyway(DatabaseAddress address, String room) {
        return in(room, Flyway.configure().dataSource(address.jdbcUrl(), address.user(), address.password()));
    }

    static FluentConfiguration in(String room, FluentConfiguration configuration) {
        return configuration.schemas(room).defaultSchema(room).table(HISTORY).locations("classpath:db/" + room);
    }

    private static DatabaseFault newer(String room, String theirs, String ours) {
        return new DatabaseFault("The rows of the room ‹" + room + "› are of version " + theirs
                + "; this program knows " + ours + ". Use the version of Commonweal that made them, or a newer one.");
    }
}
