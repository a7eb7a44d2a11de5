package org.commonweal.hub.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Digests;
import org.commonweal.hub.frame.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published versions: written once, never changed. */
@Component
class Versions implements Documents {
    private static final String COLUMNS =
            "select version, type, document, encode(sha256, 'hex'), published_at from evidence.version ";
    // Of a withdrawn finding only the tombstone is left.
    private static final String STANDING = """
            from evidence.version v where finding_id = :finding and version = :version and (type = 'tombstone'
            or exists (select 1 from evidence.finding f where f.id = v.finding_id and withdrawn_at is null))""";
    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the version, its digest taken of the bytes */
    Version add(UUID finding, int number, String type, byte[] document, Instant at) {
        byte[] digest = Digests.sha256(document);
        jdbc.sql("insert into evidence.version (finding_id, version, type, document, sha256, published_at)"
                        + " values (:finding, :version, :type, :document, :sha256, :at)")
                .param("finding", finding)
                .param("version", number)
                .param("type", type)
                .param("document", document)
                .param("sha256", digest)
                .param("at", Findings.at(at))
                .update();
        return new Version(number, type, document, HexFormat.of().formatHex(digest), at);
    }

    /** @throws Refusal (404) when there is no such version */
    Version get(UUID finding, int number) {
        return find(finding, number).orElseThrow(Refusal::notFound);
    }

    Optional<Version> find(UUID finding, int number) {
        return jdbc.sql(COLUMNS + "where finding_id = :finding and version = :version")
                .param("finding", finding)
                .param("version", number)
                .query(Versions::version)
                .optional();
    }

    /**
     * The digest of a version, without its bytes.
     *
     * @throws Refusal (404) when there is no such version
     */
    String getDigest(UUID finding, int number) {
        return jdbc.sql("select encode(sha256, 'hex') from evidence.version"
                        + " where finding_id = :finding and version = :version")
                .param("finding", finding)
                .param("version", number)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** All of them, tombstone included, oldest first. */
    List<Version> list(UUID finding) {
        return jdbc.sql(COLUMNS + "where finding_id = :finding order by version")
                .param("finding", finding)
                .query(Versions::version)
                .list();
    }

    @Override
    public Optional<byte[]> canonical(UUID id, int version) {
        return jdbc.sql("select document " + STANDING)
                .param("finding", id)
                .param("version", version)
                .query(byte[].class)
                .optional();
    }

    @Override
    public boolean has(UUID id, int version) {
        return jdbc.sql("select exists (select 1 " + STANDING + ")")
                .param("finding", id)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    private static Version version(ResultSet row, int n) throws SQLException {
        return new Version(
                row.getInt(1),
                row.getString(2),
                row.getBytes(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
