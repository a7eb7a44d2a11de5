package org.commonweal.hub.frame;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
     * The newest lines below a number, newest first.
     *
     * @param action the only one wanted, "" for all
     */
    public List<Line> listBefore(long number, String action, int limit) {
        return jdbc.sql("select number, at, actor, action, thing, detail from frame.audit"
                        + " where number < :number and (:action = '' or action = :action)"
                        + " order by number desc limit :limit")
                .param("number", number)
                .param("action", action)
                .param("limit", limit)
                .query(Audit::line)
                .list();
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

    /** Streams the whole trail, oldest first, a page of rows at a time. */
    public void forEach(Consumer<Line> consumer) {
        long after = 0;
        while (true) {
            List<Line> lines = jdbc.sql("select number, at, actor, action, thing, detail from frame.audit"
                            + " where number > :after order by number limit 1000")
                    .param("after", after)
                    .query(Audit::line)
                    .list();
            lines.forEach(consumer);
            if (lines.size() < 1000) return;
            after = lines.getLast().number();
        }
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
