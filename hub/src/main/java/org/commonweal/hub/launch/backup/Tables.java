package org.commonweal.hub.launch.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonweal.hub.frame.database.Rooms;

/** What the catalog says of the hub's schemas. */
final class Tables {
    /** The keys of people, which go into a file of their own. */
    static final String PERSON_KEYS = "private.person_key";

    /**
     * What stays out of archives: letters, links and the addresses left with reports lie sealed under the hub's key and
     * not a person's, so that who erases their account or takes a report back would stay in them; and whoever signed out
     * after the backup must not be signed in again by a restore.
     */
    private static final Set<String> PASSING = Set.of(
            "private.mail",
            "private.reply_address",
            "accounts.sign_in_link",
            "frame.spring_session",
            "frame.spring_session_attributes");

    private Tables() {}

    /**
     * A table and the columns that are stored in it.
     *
     * @param name schema and table, as in {@code frame.audit}
     * @param quoted both as SQL takes them
     * @param columns quoted, with commas between; generated ones are left out, for they make themselves
     */
    record Table(String name, String quoted, String columns) {
        boolean holdsPersonKeys() {
            return name.equals(PERSON_KEYS);
        }

        boolean isPassing() {
            return PASSING.contains(name);
        }
    }

    /** All tables with rows of their own, but for the histories of migrations, which each database writes itself. */
    static List<Table> list(Connection connection) throws SQLException {
        String sql = """
                select n.nspname, c.relname, format('%I.%I', n.nspname, c.relname),
                       string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = any (?)
                group by 1, 2, 3 order by 1, 2
                """;
        List<Table> tables = new ArrayList<>();
        try (PreparedStatement statement = inSchemas(connection, sql)) {
            ResultSet row = statement.executeQuery();
            while (row.next())
                if (!Rooms.isHistory(row.getString(2)))
                    tables.add(
                            new Table(row.getString(1) + "." + row.getString(2), row.getString(3), row.getString(4)));
        }
        return tables;
    }

    /** Where each sequence stands that has been used, by its quoted name. */
    static Map<String, Long> sequences(Connection connection) throws SQLException {
        String sql = "select format('%I.%I', schemaname, sequencename), last_value from pg_sequences"
                + " where last_value is not null and schemaname = any (?)";
        Map<String, Long> sequences = new TreeMap<>();
        try (PreparedStatement statement = inSchemas(connection, sql)) {
            ResultSet row = statement.executeQuery();
            while (row.next()) sequences.put(row.getString(1), row.getLong(2));
        }
        return sequences;
    }

    /** The rows of one column that a query over the hub's schemas gives. */
    static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = inSchemas(connection, sql)) {
            ResultSet row = statement.executeQuery();
            while (row.next()) values.add(row.getString(1));
        }
        return values;
    }

    private static PreparedStatement inSchemas(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        Array schemas = connection.createArrayOf("text", Rooms.schemas().toArray());
        statement.setArray(1, schemas);
        return statement;
    }
}
