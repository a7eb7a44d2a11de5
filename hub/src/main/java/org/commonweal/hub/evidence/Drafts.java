package org.commonweal.hub.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the database. */
@Component
class Drafts {
    private static final String COLUMNS =
            "select id, corrects, begun_from, organisation_id, source_kind, source_id, spec, language,"
                    + " title, limitations, reason, published_version from evidence.draft ";
    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final JsonMapper json;

    Drafts(JdbcClient jdbc, Organisations organisations, JsonMapper json) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.json = json;
    }

    /**
     * Keeps a new draft.
     *
     * @throws Refusal (404) when its organisation was deleted meanwhile
     */
    @Transactional
    public void begin(Draft draft) {
        organisations.getHeld(draft.organisation());
        put(draft);
    }

    /** Keeps a draft as it is now, new or changed; one that was published stays as it was. */
    void put(Draft draft) {
        jdbc.sql("""
                        insert into evidence.draft (id, corrects, begun_from, organisation_id, source_kind, source_id, spec, language,
                          title, limitations, reason)
                        values (:id, :corrects, :from, :organisation, :sk, :si, :spec::jsonb, :language, :title, :limitations,
                          :reason)
                        on conflict (id) do update set spec = excluded.spec, language = excluded.language,
                          title = excluded.title, limitations = excluded.limitations, reason = excluded.reason,
                          updated_at = now()
                        where draft.published_version is null""")
                .param("id", draft.id())
                .param("corrects", draft.corrects(), Types.OTHER)
                .param("from", draft.begunFrom())
                .param("organisation", draft.organisation())
                .param("sk", draft.source().kind())
                .param("si", draft.source().id())
                .param("spec", json.writeValueAsString(draft.spec()))
                .param("language", draft.language())
                .param("title", draft.title())
                .param("limitations", draft.limitations())
                .param("reason", draft.reason())
                .update();
    }

    /** @throws Refusal (404) when there is none */
    Draft get(UUID id) {
        return find("where id = :id", id).orElseThrow(Refusal::notFound);
    }

    /** The same, held until the transaction ends, so that it is published once. */
    Draft getHeld(UUID id) {
        return find("where id = :id for update", id).orElseThrow(Refusal::notFound);
    }

    List<Draft> listOpen(ThingRef source) {
        return jdbc.sql(COLUMNS + "where source_kind = :kind and source_id = :id and published_version is null"
                        + " order by updated_at desc")
                .param("kind", source.kind())
                .param("id", source.id())
                .query(this::draft)
                .list();
    }

    void markPublished(UUID id, int version) {
        jdbc.sql("update evidence.draft set published_version = :version where id = :id")
                .param("version", version)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from evidence.draft where id = :id and published_version is null")
                .param("id", id)
                .update();
    }

    private Optional<Draft> find(String condition, UUID id) {
        return jdbc.sql(COLUMNS + condition).param("id", id).query(this::draft).optional();
    }

    private Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getObject(4, UUID.class),
                new ThingRef(row.getString(5), row.getObject(6, UUID.class)),
                json.readValue(row.getString(7), Spec.class),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, Integer.class));
    }
}
