package org.commonweal.hub.frame;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was done to what, by whom, when: never the content, never an address or a name.
 *
 * <p>Example: {@code audit.note("campaign.opened", new ThingRef("campaign", id))}.
 */
@Component
public class Audit {
    /** Somebody deleted their account; a backup finds by it whose key an older one may lose. */
    public static final String ERASED = "account.deleted";

    private static final int PER_READING = 1000;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Line(long number, Instant at, String actor, String action, String thing, String detail) {}

    public void note(String action, ThingRef thing) {
        note(action, thing, "");
    }

    /** @param detail a few words that hold nothing personal, such as the role that was granted */
    public void note(String action, ThingRef thing, String detail) {
        note(Actor.find().map(Actor::toString).orElse("hub"), action, thing, detail);
    }

    /** For who acts before they are signed in, as by a link that makes their account. */
    public void noteBy(UUID person, String action, ThingRef thing, String detail) {
        note(new Actor(Actor.PERSON, person).toString(), action, thing, detail);
    }

    private void note(String actor, String action, ThingRef thing, String detail) {
        jdbc.sql("insert into frame.audit (actor, action, thing, detail) values (:actor, :action, :thing, :detail)")
                .param("actor", actor)
                .param("action", action)
                .param("thing", thing.toString())
                .param("detail", detail)
                .update();
    }

    /**
     * Which lines are wanted.
     *
     * @param action the only deed, "" for all
     * @param about who did it or what it was done to, as in {@code person:0193…}, "" for all; with an organisation also
     *     who got or lost a role there, which its detail ends with
     * @param from the first moment
     * @param until the moment after the last
     */
    public record Wanted(String action, String about, Instant from, Instant until) {
        public static final Wanted ALL = new Wanted("", "", FIRST, LAST);
    }

    /** The newest wanted lines below a number, newest first. */
    public List<Line> listBefore(long number, Wanted wanted, int limit) {
        return lines("number < :number", "desc", number, wanted, limit);
    }

    /** What was ever done, by the alphabet; reads the whole trail. */
    public List<String> listActions() {
        return jdbc.sql("select distinct action from frame.audit order by action")
                .query(String.class)
                .list();
    }

    /** All that somebody did, or that was done to them, oldest first. */
    public List<Line> listByOrAbout(Actor actor) {
        return jdbc.sql("select number, at, actor, action, thing, detail from frame.audit"
                        + " where actor = :who or thing = :who order by number")
                .param("who", actor.toString())
                .query(Audit::line)
                .list();
    }

    /** Streams the wanted lines, oldest first, a page of rows at a time. */
    public void forEach(Wanted wanted, Consumer<Line> consumer) {
        long after = 0;
        while (true) {
            List<Line> lines = lines("number > :number", "asc", after, wanted, PER_READING);
            lines.forEach(consumer);
            if (lines.size() < PER_READING) return;
            after = lines.getLast().number();
        }
    }

    // EXPLAIN (analyze) of a million lines: without a filter a walk along the key (0.03 ms for 50 lines); a filter that
    // finds hardly anything reads them all, 0.3 s on two busy cores. Administrators ask rarely, and every deed writes:
    // indexes for them would cost all writing more than they save.
    private List<Line> lines(String where, String order, long number, Wanted wanted, int limit) {
        return jdbc.sql("select number, at, actor, action, thing, detail from frame.audit where " + where
                        + " and (:action = '' or action = :action) and (:about = '' or actor = :about or thing = :about"
                        + " or :about like 'organisation:%' and right(detail, length(:about) + 4) = ' of ' || :about)"
                        + " and at >= :from and at < :until order by number " + order + " limit :limit")
                .param("number", number)
                .param("action", wanted.action())
                .param("about", wanted.about())
                .param("from", wanted.from().atOffset(ZoneOffset.UTC))
                .param("until", wanted.until().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Audit::line)
                .list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }
}
