package org.commonweal.hub.frame;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The graph of things: who writes a link owns it, every page may read it.
 *
 * <p>Example: evidence writes {@code put(finding, "made-from", campaign, "/findings/…", "PM2.5 by month")}, and the
 * campaign's page shows «what has come of it» without knowing what a finding is.
 */
@Component
public class Links {
    private static final String LINKS =
            "select from_kind, from_id, verb, to_kind, to_id, path, title from frame.link where ";
    private static final String OLDEST_FIRST = " order by at, from_id";

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One link as seen from its far end: the thing that points here, with the address and title to show. */
    public record Link(ThingRef from, String verb, ThingRef to, String path, String title) {}

    /** Writes a link; the same link again only refreshes path and title. */
    public void put(ThingRef from, String verb, ThingRef to, String path, String title) {
        jdbc.sql("""
                        insert into frame.link (from_kind, from_id, verb, to_kind, to_id, path, title)
                        values (:fk, :fi, :verb, :tk, :ti, :path, :title)
                        on conflict (from_kind, from_id, verb, to_kind, to_id)
                        do update set path = excluded.path, title = excluded.title""")
                .param("fk", from.kind())
                .param("fi", from.id())
                .param("verb", verb)
                .param("tk", to.kind())
                .param("ti", to.id())
                .param("path", path)
                .param("title", title)
                .update();
    }

    /** All links that leave these things, oldest first; a thing that none leaves is left out. */
    public Map<ThingRef, List<Link>> listFrom(Set<ThingRef> things) {
        return jdbc
                .sql(LINKS + "from_kind = any (:kinds) and from_id = any (:ids)" + OLDEST_FIRST)
                .param("kinds", things.stream().map(ThingRef::kind).distinct().toArray(String[]::new))
                .param("ids", things.stream().map(ThingRef::id).toArray(UUID[]::new))
                .query(Links::link)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Link::from));
    }

    /** All links that arrive at this thing, oldest first. */
    public List<Link> listTo(ThingRef to) {
        return jdbc.sql(LINKS + "to_kind = :kind and to_id = :id" + OLDEST_FIRST)
                .param("kind", to.kind())
                .param("id", to.id())
                .query(Links::link)
                .list();
    }

    /** Removes all links that leave this thing, as when it is withdrawn. */
    public void removeFrom(ThingRef from) {
        jdbc.sql("delete from frame.link where from_kind = :kind and from_id = :id")
                .param("kind", from.kind())
                .param("id", from.id())
                .update();
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        return new Link(
                new ThingRef(row.getString(1), row.getObject(2, UUID.class)),
                row.getString(3),
                new ThingRef(row.getString(4), row.getObject(5, UUID.class)),
                row.getString(6),
                row.getString(7));
    }
}
