package org.commonweal.hub.launch.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.frame.database.Connections;
import org.commonweal.hub.frame.database.DatabaseAddress;
import org.commonweal.hub.launch.place.Surroundings;

/** The database answers, is new enough, and keeps what it confirmed. */
class DatabaseCheck implements Check {
    @Override
    public List<Finding> look(Surroundings here) throws Exception {
        if (!here.hasDatabase()) return List.of(Finding.well("none yet: the first start makes one in " + here.data()));
        DatabaseAddress address = here.database();
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = Connections.openUsable(address)) {
            findings.add(Finding.well("PostgreSQL " + ask(connection, "show server_version") + " at "
                    + address.spoken() + ", " + ask(connection, "select pg_database_size(current_database()) >> 20")
                    + " MB"));
            findings.add(durable(connection));
            if (!ask(connection, "show data_checksums").equals("on"))
                findings.add(Finding.mind("data_checksums is off: a failing disk would go unnoticed"));
            if (!ask(connection, "select has_database_privilege(current_database(), 'create')")
                    .equals("t"))
                findings.add(Finding.wrong("the user may not make schemas: grant create on database … to "
                        + ask(connection, "select current_user")));
        }
        return findings;
    }

    private static Finding durable(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit"))
            if (ask(connection, "show " + setting).equals("off")) off.add(setting);
        return off.isEmpty()
                ? Finding.well("what it confirmed survives a power cut (fsync, full_page_writes, synchronous_commit)")
                : Finding.wrong(String.join(", ", off) + " off: a power cut may lose what was confirmed");
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
