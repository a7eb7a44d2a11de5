package org.commonweal.hub.frame.database;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Single connections, for what runs before the pool is there or without it. */
public final class Connections {
    /** The oldest PostgreSQL whose SQL the rooms may use. */
    public static final int OLDEST_VERSION = 15;

    private Connections() {}

    /** @throws DatabaseFault when it can't be reached, with the server's reason */
    public static Connection open(DatabaseAddress address) {
        Properties properties = new Properties();
        if (address.user() != null) properties.setProperty("user", address.user());
        if (address.password() != null) properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "commonweal");
        properties.setProperty("connectTimeout", "10");
        try {
            return DriverManager.getConnection(address.jdbcUrl(), properties);
        } catch (SQLException refused) {
            throw new DatabaseFault(
                    "The database " + address.spoken() + " can't be used: " + reason(refused)
                            + " Check the address, user and password (--db, COMMONWEAL_DB, or in commonweal.yaml).",
                    refused);
        }
    }

    // The driver's own words for a name that nobody knows are «the connection attempt failed».
    private static String reason(SQLException refused) {
        return refused.getCause() instanceof UnknownHostException unknown
                ? "there is no machine called " + unknown.getMessage() + "."
                : refused.getMessage();
    }

    /** @throws DatabaseFault when it can't be reached or is older than {@link #OLDEST_VERSION} */
    public static Connection openUsable(DatabaseAddress address) throws SQLException {
        Connection connection = open(address);
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version >= OLDEST_VERSION) return connection;
        connection.close();
        throw new DatabaseFault(tooOld(address, version));
    }

    private static String tooOld(DatabaseAddress address, int version) {
        return "The database " + address.spoken() + " is PostgreSQL " + version + "; the hub needs " + OLDEST_VERSION
                + " or newer. Upgrade it, or leave --db away to use the one that the hub brings.";
    }
}
