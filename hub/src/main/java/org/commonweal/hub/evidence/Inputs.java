package org.commonweal.hub.evidence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.hub.frame.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys and row digests of published versions. The keys lie sealed: a copy of the tables alone opens no digest. */
@Component
class Inputs {
    private final JdbcClient jdbc;
    private final Personal personal;

    Inputs(JdbcClient jdbc, Personal personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    void add(UUID finding, int version, InputKey key, List<Input> inputs) {
        jdbc.sql("insert into evidence.input_key values (:finding, :version, :key)")
                .param("finding", finding)
                .param("version", version)
                .param("key", personal.sealForHub(key.hex()))
                .update();
        jdbc.sql("""
                        insert into evidence.input (finding_id, version, digest, contributor, place, subject, period)
                        select :finding, :version, decode(digest, 'hex'), decode(nullif(contributor, ''), 'hex'),
                          place, subject, period
                        from unnest(:digests, :contributors, :places, :subjects, :periods)
                          as row (digest, contributor, place, subject, period)""")
                .param("finding", finding)
                .param("version", version)
                .param("digests", column(inputs, Input::digest))
                .param("contributors", column(inputs, Input::contributor))
                .param("places", column(inputs, input -> input.spot().where().place()))
                .param("subjects", column(inputs, input -> input.spot().where().subject()))
                .param("periods", column(inputs, input -> input.spot().period()))
                .update();
    }

    InputKey key(UUID finding, int version) {
        return jdbc.sql("select sealed_key from evidence.input_key where finding_id = :finding and version = :version")
                .param("finding", finding)
                .param("version", version)
                .query(byte[].class)
                .optional()
                .map(personal::openForHub)
                .map(InputKey::parse)
                .orElseThrow();
    }

    /** Sorted by digest. */
    List<Input> list(UUID finding, int version) {
        return jdbc.sql("""
                        select encode(digest, 'hex'), coalesce(encode(contributor, 'hex'), ''), place, subject, period
                        from evidence.input where finding_id = :finding and version = :version order by digest""")
                .param("finding", finding)
                .param("version", version)
                .query((row, n) -> new Input(
                        row.getString(1),
                        row.getString(2),
                        new Spot(new Where(row.getString(3), row.getString(4)), row.getString(5))))
                .list();
    }

    /** Whether a version counted any of these rows, by the index input_digest. */
    boolean holdAny(UUID finding, int version, Collection<byte[]> sha256s) {
        InputKey key = key(finding, version);
        return jdbc.sql("""
                        select exists (select from evidence.input where finding_id = :finding and version = :version
                          and digest in (select decode(one, 'hex') from unnest(:digests) as one))""")
                .param("finding", finding)
                .param("version", version)
                .param("digests", sha256s.stream().map(key::row).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private static String[] column(List<Input> inputs, Function<Input, String> part) {
        return inputs.stream().map(part).toArray(String[]::new);
    }
}
