package org.commonweal.hub.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.commonweal.hub.frame.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One table of the directory while an import runs: a row that is new is inserted, one whose digest differs from the last
 * import's is updated, one that people changed here is left alone.
 */
final class ImportTable {
    private static final int BATCH = 500;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Shelf shelf;
    private final String upsert;
    private final String kind;
    private final ImportReport report;
    private final Map<String, Known> known = new HashMap<>();
    private final List<Object[]> waiting = new ArrayList<>();
    private final Map<Become, Integer> counts = new HashMap<>();

    /** A row of an earlier import. */
    private record Known(UUID id, byte @Nullable [] digest, boolean edited) {}

    private enum Become {
        ADDED,
        CHANGED,
        UNCHANGED,
        KEPT
    }

    /** What every row carries besides its own columns. */
    record Origin(UUID id, String sourceId, byte[] digest) {}

    ImportTable(JdbcTemplate jdbc, Shelf shelf, String upsert, String kind, ImportReport report) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.shelf = shelf;
        this.upsert = upsert;
        this.kind = kind;
        this.report = report;
        jdbc.query(
                "select source_id, id, source_digest, edited_at is not null from " + shelf.table() + " where source = '"
                        + Imports.SOURCE + "'",
                row -> {
                    known.put(
                            row.getString(1),
                            new Known(row.getObject(2, UUID.class), row.getBytes(3), row.getBoolean(4)));
                });
    }

    /** @param columns makes the values of the upsert */
    void put(String sourceId, String name, Record clean, Function<Origin, Object[]> columns) {
        byte[] digest = digest(clean);
        Known before = known.get(sourceId);
        Become become = become(before, digest);
        counts.merge(become, 1, Integer::sum);
        report.row(kind, sourceId, name, become.name().toLowerCase(java.util.Locale.ROOT));
        if (become == Become.UNCHANGED || become == Become.KEPT) return;
        waiting.add(columns.apply(
                new Origin(before == null ? Addresses.fresh(client, shelf) : before.id(), sourceId, digest)));
        if (waiting.size() == BATCH) flush();
    }

    void flush() {
        jdbc.batchUpdate(upsert, waiting);
        waiting.clear();
    }

    ImportOutcome.Tally tally() {
        return new ImportOutcome.Tally(
                count(Become.ADDED), count(Become.CHANGED), count(Become.UNCHANGED), count(Become.KEPT));
    }

    private int count(Become become) {
        return counts.getOrDefault(become, 0);
    }

    private static Become become(@Nullable Known before, byte[] digest) {
        if (before == null) return Become.ADDED;
        if (Arrays.equals(before.digest(), digest)) return Become.UNCHANGED;
        return before.edited() ? Become.KEPT : Become.CHANGED;
    }

    // Records print all their fields, so equal texts mean equal rows; a new rule of cleaning shows as a change.
    private static byte[] digest(Record clean) {
        return Digests.sha256(clean.toString().getBytes(StandardCharsets.UTF_8));
    }
}
