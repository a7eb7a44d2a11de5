package org.commonweal.hub.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the logs: which there are, what was last known of each. */
@Component
class Logs {
    private final JdbcClient jdbc;

    Logs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The log that is written, none before the hub first ran. */
    Optional<LogRow> findCurrent() {
        return jdbc.sql("select * from ledger.log order by number desc limit 1")
                .query(Logs::row)
                .optional();
    }

    Optional<LogRow> find(int number) {
        return jdbc.sql("select * from ledger.log where number = :number")
                .param("number", number)
                .query(Logs::row)
                .optional();
    }

    /** All logs, newest first. */
    List<LogRow> list() {
        return jdbc.sql("select * from ledger.log order by number desc")
                .query(Logs::row)
                .list();
    }

    boolean hasOrigin(String origin) {
        return jdbc.sql("select exists (select 1 from ledger.log where origin = :origin)")
                .param("origin", origin)
                .query(Boolean.class)
                .single();
    }

    /** Writes the row of a new log; nothing happens when another process was faster. */
    void add(int number, LogName name, long afterEntry, String reason, String words) {
        jdbc.sql("""
                        insert into ledger.log (number, origin, local, demonstration, after_entry, reason, words)
                        values (:number, :origin, :local, :demonstration, :after, :reason, :words)
                        on conflict (number) do nothing""")
                .param("number", number)
                .param("origin", name.origin())
                .param("local", name.local())
                .param("demonstration", name.demonstration())
                .param("after", afterEntry)
                .param("reason", reason)
                .param("words", words)
                .update();
    }

    void setKey(int number, String key) {
        jdbc.sql("update ledger.log set key = :key where number = :number and key is null")
                .param("key", key)
                .param("number", number)
                .update();
    }

    void setCheckpoint(int number, String checkpoint) {
        jdbc.sql("update ledger.log set checkpoint = :checkpoint where number = :number")
                .param("checkpoint", checkpoint)
                .param("number", number)
                .update();
    }

    /** A log that signs keeps no checkpoint from outside: left there, it would answer for the next time it is held. */
    void tell(int number, Signing state, String told) {
        jdbc.sql("""
                        update ledger.log set state = :state, told = :told, known = case when :signs then null else known end
                        where number = :number""")
                .param("state", state.name())
                .param("told", told)
                .param("signs", state == Signing.SIGNING)
                .param("number", number)
                .update();
    }

    /**
     * Gives a checkpoint from outside to the process that keeps the log.
     *
     * @return false when the log is not held, and so nothing is to be compared
     */
    boolean giveKnown(int number, String checkpoint) {
        return jdbc.sql("update ledger.log set known = :known, told = '' where number = :number and state = :held")
                        .param("known", checkpoint)
                        .param("number", number)
                        .param("held", Signing.HELD.name())
                        .update()
                == 1;
    }

    /** Says what became of a checkpoint from outside, which is used up by that. */
    void answerKnown(int number, Signing state, String told) {
        jdbc.sql("update ledger.log set state = :state, told = :told, known = null where number = :number")
                .param("state", state.name())
                .param("told", told)
                .param("number", number)
                .update();
    }

    private static LogRow row(ResultSet row, int n) throws SQLException {
        return new LogRow(
                row.getInt("number"),
                row.getString("origin"),
                row.getBoolean("local"),
                row.getBoolean("demonstration"),
                row.getLong("after_entry"),
                row.getString("reason"),
                row.getString("words"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getString("key"),
                row.getString("checkpoint"),
                Signing.valueOf(row.getString("state")),
                row.getString("told"),
                row.getString("known"));
    }
}
