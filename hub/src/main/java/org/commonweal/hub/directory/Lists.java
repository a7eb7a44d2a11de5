package org.commonweal.hub.directory;

import java.util.ArrayList;
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
 * <p>EXPLAIN ANALYZE with 1,228 organisations: counts without a search 6 ms (one sequential scan of 1,228 rows, which no
 * index beats at this size), rows by name 0.2 ms (organisation_name); with a search «Bitmap Index Scan on
 * organisation_words», loosely «BitmapOr» of that and organisation_find.
 */
@Component
class Lists {
    // The similarity from which on a word counts as the same one misspelt; «torinno» has 0.67 with «torino».
    private static final String NEAR_ENOUGH = "0.5";
    private final JdbcClient jdbc;

    Lists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows each value of each filter would leave, the most first; {@code total} is that of the whole list. */
    record Counts(long total, Map<String, Map<String, Long>> byFilter) {}

    /** What was wanted, and its counts; loosely when nothing is spelt exactly so. */
    record Answer(Wanted wanted, Counts counts) {}

    @Transactional(readOnly = true)
    public Answer count(Wanted wanted) {
        Counts counts = counts(wanted);
        if (counts.total() > 0 || wanted.words().isEmpty()) return new Answer(wanted, counts);
        Counts loose = counts(wanted.loosely());
        return loose.total() > 0 ? new Answer(wanted.loosely(), loose) : new Answer(wanted, counts);
    }

    @Transactional(readOnly = true)
    public <T> List<T> rows(Wanted wanted, String columns, RowMapper<T> row, int limit, long offset) {
        return select(
                        wanted,
                        columns + " from " + wanted.shelf().table() + " o where " + wanted.where() + " order by "
                                + wanted.order() + " limit " + limit + " offset " + offset)
                .query(row)
                .list();
    }

    /** Streams all rows, for downloads. */
    @Transactional(readOnly = true)
    public <T> void forEach(Wanted wanted, String columns, RowMapper<T> row, Consumer<T> consumer) {
        select(
                        wanted,
                        columns + " from " + wanted.shelf().table() + " o where " + wanted.where() + " order by "
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
        select(wanted, countSql(wanted)).query(row -> {
            if (row.getString(1).equals("total")) total[0] = row.getLong(3);
            else byFilter.get(row.getString(1)).put(row.getString(2), row.getLong(3));
        });
        return new Counts(total[0], byFilter);
    }

    // One scan of what is found; each filter's counts leave that filter out, so that a second value can be added to it.
    private static String countSql(Wanted wanted) {
        List<Shelf.Filter> filters = wanted.shelf().filters();
        StringBuilder sql = new StringBuilder("* from (with found as materialized (select o.id");
        for (Shelf.Filter filter : filters)
            sql.append(", ")
                    .append(filter.array())
                    .append(" as v_")
                    .append(filter.name())
                    .append(", (")
                    .append(wanted.passes(filter))
                    .append(") as p_")
                    .append(filter.name());
        sql.append(" from ").append(wanted.shelf().table()).append(" o where ").append(wanted.found());
        sql.append(") select 'total' as filter, '' as value, count(*) as n from found where ")
                .append(others(filters, null));
        for (Shelf.Filter filter : filters) {
            sql.append(" union all select '").append(filter.name()).append("', value, count(*) from found, unnest(v_");
            sql.append(filter.name()).append(") value");
            if (filter.isTopic())
                sql.append(" join directory.topic t on t.slug = value and t.kind = '")
                        .append(filter.name())
                        .append("'");
            sql.append(" where value <> '' and ")
                    .append(others(filters, filter))
                    .append(" group by value");
        }
        return sql.append(") counted order by n desc, value").toString();
    }

    private static String others(List<Shelf.Filter> filters, Shelf.@org.jspecify.annotations.Nullable Filter one) {
        List<String> all = new ArrayList<>();
        for (Shelf.Filter filter : filters) if (!filter.equals(one)) all.add("p_" + filter.name());
        return String.join(" and ", all);
    }

    private JdbcClient.StatementSpec select(Wanted wanted, String rest) {
        if (wanted.loose())
            jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', '" + NEAR_ENOUGH + "', true)")
                    .query(String.class)
                    .single();
        return jdbc.sql("select " + rest).params(wanted.parameters());
    }
}
