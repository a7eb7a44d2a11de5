package org.commonweal.hub.campaigns.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.commonweal.hub.frame.Secret;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads submissions for review. In the order of arrival a page is read from an index of its own (submission_order);
 * conditions on answers run over one campaign's rows, found by the unique index on (campaign_id, instance_id), or a
 * sequential scan where the campaign has most rows of the hub.
 *
 * <p>EXPLAIN (ANALYZE) at 50,000 submissions of one campaign, warm: a number between two others 92 ms; the counts beside a question with choices 105 ms; a word that
 * eleven contain 124 ms, one that all contain 343 ms. The whole page took 0.3 s, filtered by an answer 0.7 to 0.9 s, on two
 * cores that others used as well. An index on answers was left out: any question may be asked for, and writing 50,000
 * submissions must stay cheap.
 */
@Component
class Submissions {
    private static final String COLUMNS = """
            select s.id, s.received_at, s.observed_at, s.state, s.source, s.contributor is not null, s.latitude,
              s.longitude, coalesce(s.broken, '{}'), s.answers
            from campaigns.submission s where
            """;

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Submissions(JdbcTemplate template, JdbcClient jdbc, JsonMapper json) {
        this.template = template;
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Submission> list(Wanted wanted, List<Column> columns, int limit, long offset) {
        Wanted.Piece where = wanted.where();
        Wanted.Piece order = wanted.order(columns);
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.addAll(order.parameters());
        parameters.add(limit);
        parameters.add(offset);
        return template.query(
                COLUMNS + where.sql() + " order by " + order.sql() + " limit ? offset ?",
                this::submission,
                parameters.toArray());
    }

    /** Streams a view, oldest first, without holding it in memory. */
    void forEach(Wanted wanted, Consumer<Submission> consumer) {
        Wanted.Piece where = wanted.where();
        UUID after = new UUID(0, 0);
        while (true) {
            List<Object> parameters = new ArrayList<>(where.parameters());
            parameters.add(after);
            List<Submission> some = template.query(
                    COLUMNS + where.sql() + " and s.id > ? order by s.id limit 100",
                    this::submission,
                    parameters.toArray());
            some.forEach(consumer);
            if (some.size() < 100) return;
            after = some.getLast().id();
        }
    }

    /** Where those of a view lie, the newest first, without their answers. */
    List<Submission> listPlaced(Wanted wanted, int limit) {
        Wanted.Piece where = wanted.where();
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(limit);
        return template.query(
                COLUMNS.replace("s.answers", "'{}'") + where.sql()
                        + " and s.latitude is not null order by s.received_at desc, s.id desc limit ?",
                this::submission,
                parameters.toArray());
    }

    /** The newest of a view that waits. */
    Optional<UUID> findNewestWaiting(Wanted wanted) {
        Wanted.Piece where = wanted.where();
        return template
                .queryForList(
                        "select s.id from campaigns.submission s where " + where.sql()
                                + " and s.state = 'received' order by s.id desc limit 1",
                        UUID.class,
                        where.parameters().toArray())
                .stream()
                .findFirst();
    }

    /** The oldest that waits, apart from one. */
    Optional<UUID> findWaiting(UUID campaign, UUID otherThan) {
        return jdbc.sql("""
                        select id from campaigns.submission where campaign_id = :campaign and state = 'received'
                          and not replaced and id <> :other order by received_at, id limit 1""")
                .param("campaign", campaign)
                .param("other", otherThan)
                .query(UUID.class)
                .optional();
    }

    /** The version before or after one, where its contributor changed it. */
    Optional<UUID> findVersion(UUID submission, boolean later) {
        return jdbc.sql(
                        later
                                ? "select id from campaigns.submission where replaces = :id"
                                : "select replaces from campaigns.submission where id = :id and replaces is not null")
                .param("id", submission)
                .query(UUID.class)
                .optional();
    }

    /** How many of a view there are of each choice of a question, most first; one that chose two counts for both. */
    Map<String, Long> countBy(Wanted wanted, Column column) {
        Wanted.Piece where = wanted.where();
        List<Object> parameters = new ArrayList<>(List.of(column.jsonPath()));
        parameters.addAll(where.parameters());
        return counts("""
                select choice, count(distinct s.id) from campaigns.submission s,
                  jsonb_path_query(s.answers, ?::jsonpath) as v,
                  string_to_table(v #>> '{}', ' ') as choice
                where %s and choice <> '' group by 1 order by 2 desc""".formatted(where.sql()), parameters);
    }

    /** How many of a view have an answer that their form would not have taken. */
    long countBroken(Wanted wanted) {
        Wanted.Piece where = wanted.withoutRules().where();
        return Objects.requireNonNull(template.queryForObject(
                "select count(*) from campaigns.submission s where s.broken <> '{}' and " + where.sql(),
                Long.class,
                where.parameters().toArray()));
    }

    Map<String, Long> countByState(Wanted wanted) {
        Wanted.Piece where = wanted.where();
        return counts(
                "select s.state, count(*) from campaigns.submission s where " + where.sql() + " group by 1",
                where.parameters());
    }

    Optional<Submission> find(UUID campaign, UUID id) {
        return template.query(COLUMNS + "s.campaign_id = ? and s.id = ?", this::submission, campaign, id).stream()
                .findFirst();
    }

    /** SHA-256 of what was sent, and of the versions that it replaced. */
    List<byte[]> listDigests(UUID submission) {
        return jdbc.sql("""
                        with recursive line (id, replaces, sha256) as (
                          select id, replaces, sha256 from campaigns.submission where id = :id
                          union all
                          select s.id, s.replaces, s.sha256
                          from campaigns.submission s join line on s.id = line.replaces)
                        select sha256 from line""").param("id", submission).query(byte[].class).list();
    }

    UUID campaignOf(UUID submission) {
        return jdbc.sql("select campaign_id from campaigns.submission where id = :id")
                .param("id", submission)
                .query(UUID.class)
                .single();
    }

    /** A contributor's own report and its campaign, by the secret of the private link. */
    Optional<Own> findOwn(Secret secret) {
        return jdbc.sql("select id, campaign_id from campaigns.submission where link_digest = :digest")
                .param("digest", secret.digest())
                .query((row, n) -> new Own(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional();
    }

    record Own(UUID submission, UUID campaign) {}

    List<StoredAttachment> listAttachments(UUID submission) {
        return jdbc.sql("""
                        select a.name, a.file_id, coalesce(f.media_type, ''), coalesce(f.size_bytes, 0)
                        from campaigns.attachment a left join frame.file f on f.id = a.file_id
                        where a.submission_id = :submission order by a.name""")
                .param("submission", submission)
                .query((row, n) -> new StoredAttachment(
                        row.getString(1), row.getObject(2, UUID.class), row.getString(3), row.getLong(4)))
                .list();
    }

    List<HistoryStep> listHistory(UUID submission) {
        return jdbc.sql("select at, actor, verb, note from campaigns.step where submission_id = :id order by id")
                .param("id", submission)
                .query((row, n) -> new HistoryStep(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    private Map<String, Long> counts(String sql, List<Object> parameters) {
        Map<String, Long> counts = new LinkedHashMap<>();
        template.query(
                sql,
                row -> {
                    if (row.getString(1) != null) counts.put(row.getString(1), row.getLong(2));
                },
                parameters.toArray());
        return counts;
    }

    private Submission submission(ResultSet row, int n) throws SQLException {
        return new Submission(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                degrees(row, 7),
                degrees(row, 8),
                Set.of((String[]) row.getArray(9).getArray()),
                json.readValue(row.getString(10), ANSWERS));
    }

    private static double degrees(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
