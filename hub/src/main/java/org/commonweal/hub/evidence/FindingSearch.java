package org.commonweal.hub.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.directory.SearchWords;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of findings by words and filters. Withdrawn ones are not in it. */
@Component
class FindingSearch {
    /** Each filter: what it compares, and the words shown for a value. */
    private static final Map<String, String[]> FILTERS = filters();

    private static final int MOST_VALUES = 12;
    private final JdbcClient jdbc;
    private final Findings findings;

    FindingSearch(JdbcClient jdbc, Findings findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    long count(Query query) {
        return bound("select count(*) from evidence.finding" + where(query, ""), query)
                .query(Long.class)
                .single();
    }

    List<Finding> list(Query query, int limit, int offset) {
        String order =
                switch (query.first("sort")) {
                    case "old" -> "first_published_at, id";
                    case "title" -> "lower(title), id";
                    default -> "first_published_at desc, id desc";
                };
        return bound(
                        Findings.COLUMNS + where(query, "") + " order by " + order + " limit " + limit + " offset "
                                + offset,
                        query)
                .query(findings::finding)
                .list();
    }

    /** The values of a filter with the number of findings each would leave, most first. */
    List<Listing.Value> values(String filter, Query query) {
        String[] columns = FILTERS.get(filter);
        String from = filter.equals("topic") ? " evidence.finding, unnest(topics) topic" : " evidence.finding";
        return bound(
                        "select " + columns[0] + ", max(" + columns[1] + "), count(*) from" + from
                                + where(query, filter) + " group by 1 order by 3 desc, 2 limit " + MOST_VALUES,
                        query)
                .query((row, n) -> new Listing.Value(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    // A filter's own choice does not narrow its values: one can add a second.
    private static String where(Query query, String except) {
        List<String> conditions = new ArrayList<>(List.of("withdrawn_at is null"));
        for (int i = 0; i < SearchWords.of(query.first("q")).size(); i++)
            conditions.add("words @@ directory.asked(:word" + i + ")");
        FILTERS.forEach((name, columns) -> {
            if (name.equals(except) || query.all(name).isEmpty()) return;
            conditions.add(
                    name.equals("topic") ? "topics && array[:topic]::text[]" : columns[0] + " in (:" + name + ")");
        });
        return " where " + String.join(" and ", conditions);
    }

    private JdbcClient.StatementSpec bound(String sql, Query query) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        List<String> words = SearchWords.of(query.first("q"));
        for (int i = 0; i < words.size(); i++) statement = statement.param("word" + i, words.get(i));
        for (String name : FILTERS.keySet()) statement = statement.param(name, query.all(name));
        return statement;
    }

    private static Map<String, String[]> filters() {
        Map<String, String[]> filters = new LinkedHashMap<>();
        filters.put("campaign", new String[] {"source_id::text", "source_title"});
        filters.put("organisation", new String[] {"organisation_id::text", "organisation"});
        filters.put("topic", new String[] {"topic", "topic"});
        filters.put("statistic", new String[] {"statistic", "statistic"});
        String year = "extract(year from first_published_at at time zone 'UTC')::int::text";
        filters.put("year", new String[] {year, year});
        return filters;
    }
}
