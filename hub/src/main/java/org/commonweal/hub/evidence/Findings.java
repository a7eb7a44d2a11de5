package org.commonweal.hub.evidence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Heads of findings in the database. */
@Component
class Findings {
    static final String COLUMNS =
            "select id, organisation_id, organisation, source_kind, source_id, source_title, topics,"
                    + " title, limitations, language, spec, version, first_published_at, published_at, withdrawn_at"
                    + " from evidence.finding ";
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Findings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws Refusal (404) when the address leads nowhere */
    Finding get(String address) {
        return jdbc.sql(COLUMNS + "where tail = :tail")
                .param("tail", Ids.tailOf(address))
                .query(this::finding)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(this::finding)
                .optional();
    }

    /** Held until the transaction ends, so that versions are numbered one after the other. */
    Finding getHeld(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(this::finding)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Findings of the same thing, withdrawn ones too, newest first. */
    List<Finding> listEver(ThingRef source) {
        return jdbc.sql(COLUMNS + "where source_kind = :kind and source_id = :id order by published_at desc, id")
                .param("kind", source.kind())
                .param("id", source.id())
                .query(this::finding)
                .list();
    }

    /** Until the transaction ends nothing else of this thing is published: each table must know of those before it. */
    void hold(ThingRef source) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:source, 40))")
                .param("source", "evidence " + source)
                .query((row, n) -> true)
                .list();
    }

    void put(Document document, Spec spec, List<String> topics) {
        jdbc.sql("""
                        insert into evidence.finding (id, tail, organisation_id, organisation, source_kind, source_id,
                          source_title, topics, title, limitations, language, spec, statistic, version,
                          first_published_at, published_at)
                        values (:id, :tail, :organisation, :name, :sk, :si, :source, :topics, :title, :limitations,
                          :language, :spec::jsonb, :statistic, :version, :at, :at)
                        on conflict (id) do update set organisation = excluded.organisation,
                          source_title = excluded.source_title, topics = excluded.topics, title = excluded.title,
                          limitations = excluded.limitations, language = excluded.language, spec = excluded.spec,
                          statistic = excluded.statistic, version = excluded.version,
                          published_at = excluded.published_at""")
                .param("id", document.id())
                .param("tail", Ids.tail(document.id()))
                .param("organisation", document.organisation().id())
                .param("name", document.organisation().name())
                .param("sk", document.source().kind())
                .param("si", document.source().id())
                .param("source", document.source().title())
                .param("topics", topics.toArray(String[]::new))
                .param("title", document.title())
                .param("limitations", document.limitations())
                .param("language", document.language())
                .param("spec", json.writeValueAsString(spec))
                .param("statistic", spec.statistic().token())
                .param("version", document.version())
                .param("at", at(document.published()))
                .update();
    }

    void markWithdrawn(UUID id, int version, Instant at) {
        jdbc.sql("update evidence.finding set version = :version, withdrawn_at = :at where id = :id")
                .param("version", version)
                .param("at", at(at))
                .param("id", id)
                .update();
    }

    Finding finding(ResultSet row, int n) throws SQLException {
        return new Finding(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                new ThingRef(row.getString(4), row.getObject(5, UUID.class)),
                row.getString(6),
                strings(row.getArray(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                json.readValue(row.getString(11), Spec.class),
                row.getInt(12),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                instant(row.getObject(15, OffsetDateTime.class)));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
