package org.commonweal.hub.campaigns.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of one group of arrivals: three statements for any number of them, edits one by one. */
@Component
class Store {
    private final JdbcTemplate jdbc;
    private final Edits edits;
    private final Attachments attachments;

    Store(JdbcTemplate jdbc, Edits edits, Attachments attachments) {
        this.jdbc = jdbc;
        this.edits = edits;
        this.attachments = attachments;
    }

    /** What stands under an instance identifier. */
    record Standing(UUID id, byte[] sha256, boolean withdrawn) {}

    /** Where an arrival ended: what became of it, and the row its files belong to. */
    record Settled(Outcome outcome, UUID submission) {}

    /** @return what became of each, in the order given */
    @Transactional
    public List<Outcome> store(List<Arrival> arrivals) {
        List<Arrival> fresh =
                arrivals.stream().filter(one -> one.replaces().isEmpty()).toList();
        Set<UUID> inserted = insert(fresh);
        Map<String, Standing> standing = standing(
                fresh.stream().filter(one -> !inserted.contains(one.id())).toList());
        List<Settled> settled = arrivals.stream()
                .map(one -> one.replaces().isEmpty() ? settle(one, inserted, standing) : edits.apply(one))
                .toList();
        return attachments.add(arrivals, settled);
    }

    private static Settled settle(Arrival arrival, Set<UUID> inserted, Map<String, Standing> standing) {
        if (inserted.contains(arrival.id())) return new Settled(Outcome.STORED, arrival.id());
        Standing known = standing.get(key(arrival.campaign(), arrival.instanceId()));
        Outcome outcome = known.withdrawn()
                ? Outcome.WITHDRAWN
                : Arrays.equals(known.sha256(), arrival.sha256()) ? Outcome.KNOWN : Outcome.CONFLICT;
        return new Settled(outcome, known.id());
    }

    // Two writers insert in one order, so that they never wait for each other crosswise.
    private Set<UUID> insert(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) return Set.of();
        List<Arrival> sorted = arrivals.stream()
                .sorted(Comparator.comparing(Arrival::campaign).thenComparing(Arrival::instanceId))
                .toList();
        return jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into campaigns.submission (id, campaign_id, form_id, source, token_id, person_id, instance_id,
                      xml, sha256, answers, observed_at, contributor, link_digest, latitude, longitude,
                      delete_after)
                    select id, campaign_id, form_id, source, token_id, person_id, instance_id, xml, sha256,
                      answers::jsonb, observed_at, contributor, link_digest,
                      nullif(latitude, 'NaN'), nullif(longitude, 'NaN'), delete_after
                    from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                      ?::bytea[], ?::text[], ?::timestamptz[], ?::bytea[], ?::bytea[], ?::float8[], ?::float8[],
                      ?::date[])
                      as t (id, campaign_id, form_id, source, token_id, person_id, instance_id, xml, sha256, answers,
                      observed_at, contributor, link_digest, latitude, longitude, delete_after)
                    on conflict (campaign_id, instance_id) do nothing
                    returning id""")) {
                fill(connection, statement, sorted);
                Set<UUID> inserted = new HashSet<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) inserted.add(rows.getObject(1, UUID.class));
                }
                return inserted;
            }
        });
    }

    private static void fill(Connection connection, PreparedStatement statement, List<Arrival> arrivals)
            throws SQLException {
        record Column(String type, Function<Arrival, Object> value) {}
        List<Column> columns = List.of(
                new Column("uuid", Arrival::id),
                new Column("uuid", Arrival::campaign),
                new Column("uuid", Arrival::form),
                new Column("text", Arrival::source),
                new Column("uuid", Arrival::token),
                new Column("uuid", Arrival::person),
                new Column("text", Arrival::instanceId),
                new Column("text", Arrival::xml),
                new Column("bytea", Arrival::sha256),
                new Column("text", Arrival::answersJson),
                new Column("timestamptz", one -> one.observedAt().atOffset(ZoneOffset.UTC)),
                new Column("bytea", Arrival::contributor),
                new Column("bytea", Arrival::linkDigest),
                new Column("float8", Arrival::latitude),
                new Column("float8", Arrival::longitude),
                new Column("date", Arrival::deleteAfter));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object[] values = arrivals.stream().map(column.value()).toArray();
            statement.setArray(i + 1, connection.createArrayOf(column.type(), typed(column.type(), values)));
        }
    }

    // The driver takes bytea arrays only as byte[][].
    private static Object[] typed(String type, Object[] values) {
        return type.equals("bytea") ? Arrays.copyOf(values, values.length, byte[][].class) : values;
    }

    // Held, so that none of them is withdrawn between this look and the files that are added to it.
    private Map<String, Standing> standing(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) return Map.of();
        return jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    select s.campaign_id, s.instance_id, s.id, s.sha256, s.state = 'withdrawn'
                    from campaigns.submission s
                    join unnest(?::uuid[], ?::text[]) as t (campaign_id, instance_id)
                      using (campaign_id, instance_id)
                    for share of s""")) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", arrivals.stream().map(Arrival::campaign).toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                arrivals.stream().map(Arrival::instanceId).toArray()));
                Map<String, Standing> found = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next())
                        found.put(
                                key(rows.getObject(1, UUID.class), rows.getString(2)),
                                new Standing(rows.getObject(3, UUID.class), rows.getBytes(4), rows.getBoolean(5)));
                }
                return found;
            }
        });
    }

    private static String key(UUID campaign, String instanceId) {
        return campaign + " " + instanceId;
    }
}
