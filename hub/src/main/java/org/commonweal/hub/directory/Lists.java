package org.commonweal.hub.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the lists of the directory: one query for the counts of all filters, one for the rows of a page.
 *
 * <p>EXPLAIN ANALYZE with the 1,228 organisations of the DSI4EU export: the rows of a page by name are read along
 * organisation_name (16 blocks, 0.1 ms); a search is a bitmap scan of
 * organisation_words (11 rows, 0.2 ms), a loose one a BitmapOr of that and organisation_find. For {@link CountSql} see
 * there.
 */
@Component
class Lists {
    // The similarity from which on a word counts as the same one misspelt; «torinno» has 0.67 with «torino».
    private static final String NEAR_ENOUGH = "0.5";
    private final JdbcClient jdbc;
    private final KeptCounts kept = new KeptCounts();

    Lists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows each value of each filter would leave, the most first; {@code total} is that of the whole list. */
    record Counts(long total, Map<String, Map<String, Long>> byFilter) {}

    /** What was wanted, and its counts; loosely when nothing is spelt exactly so. */
    record Answer(Wanted wanted, Counts counts) {}

    @Transactional(readOnly = true)
    public Answer count(Wanted wanted) {
        long revision = jdbc.sql("select number from directory.revision")
                .query(Long.class)
                .single();
        Counts counts = kept.get(wanted, revision, () -> counts(wanted));
        if (counts.total() > 0 || wanted.words().isEmpty()) return new Answer(wanted, counts);
        Counts loose = kept.get(wanted.loosely(), revision, () -> counts(wanted.loosely()));
        return loose.total() > 0 ? new Answer(wanted.loosely(), loose) : new Answer(wanted, counts);
    }

    @Transactional(readOnly = true)
    public <T> List<T> rows(Wanted wanted, String columns, RowMapper<T> row, int limit, long offset) {
        return select(
                        wanted,
                        columns + " from " + wanted.shelf().listed() + " o where " + wanted.where() + " order by "
                                + wanted.order() + " limit " + limit + " offset " + offset)
                .query(row)
                .list();
    }

    /** Streams all rows, for downloads. */
    @Transactional(readOnly = true)
    public <T> void forEach(Wanted wanted, String columns, RowMapper<T> row, Consumer<T> consumer) {
        select(
                        wanted,
                        columns + " from " + wanted.shelf().listed() + " o where " + wanted.where() + " order by "
                                + wanted.order())
                .withFetchSize(500)
                .query(result -> {
                    consumer.accept(row.mapRow(result, 0));
                });
    }

    private Counts counts(Wanted wanted) {
        Map<String, Map<String, Long>> byFilter = new LinkedHashMap<>();
        wanted.shelf().filters().forEach(filter -> byFilter.put(filter.name(), new LinkedHashMap<>()));
        long[] total = new long[1];
        select(wanted, CountSql.of(wanted)).query(row -> {
            if (row.getString(1).equals("total")) total[0] = row.getLong(3);
            else byFilter.get(row.getString(1)).put(row.getString(2), row.getLong(3));
        });
        return new Counts(total[0], byFilter);
    }

    private JdbcClient.StatementSpec select(Wanted wanted, String rest) {
        if (wanted.loose())
            jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', '" + NEAR_ENOUGH + "', true)")
                    .query(String.class)
                    .single();
        return jdbc.sql("select " + rest).params(wanted.parameters());
    }
}
