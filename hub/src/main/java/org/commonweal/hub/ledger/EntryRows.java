package org.commonweal.hub.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Entries as the database gives them. */
final class EntryRows {
    private EntryRows() {}

    static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("type"),
                row.getObject("document", UUID.class),
                row.getLong("version"),
                row.getString("sha256"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBytes("leaf"));
    }

    static PlacedEntry placed(ResultSet row, int n) throws SQLException {
        return new PlacedEntry(entry(row, n), row.getObject("log", Integer.class), row.getObject("index", Long.class));
    }
}
