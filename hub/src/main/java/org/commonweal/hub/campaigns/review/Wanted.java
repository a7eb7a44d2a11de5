package org.commonweal.hub.campaigns.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.frame.look.Query;

/**
 * Which submissions a view asks for, and in which order: read from the address, turned into SQL with bound parameters.
 *
 * <p>Example: {@code ?state=received&q=deep&f.colour=red&sort=-depth}.
 */
record Wanted(UUID campaign, List<String> states, String text, Map<String, List<String>> answers, String sort) {
    static final String ANSWER = "f.";
    private static final Set<String> STATES = Set.of("received", "asked", "approved", "rejected", "withdrawn");

    static Wanted of(UUID campaign, Query query, List<Column> columns) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        columns.forEach(column -> {
            List<String> asked = query.all(ANSWER + column.path());
            if (!asked.isEmpty()) answers.put(column.path(), asked);
        });
        List<String> states =
                query.all("state").stream().filter(STATES::contains).toList();
        return new Wanted(campaign, states, query.first("q").strip(), answers, query.first("sort"));
    }

    /** All of a campaign's. */
    static Wanted all(UUID campaign) {
        return new Wanted(campaign, List.of(), "", Map.of(), "");
    }

    /** The same without one of its filters, for the counts beside that filter's values. */
    Wanted without(String filter) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(answers);
        fewer.remove(filter);
        return new Wanted(campaign, filter.equals("state") ? List.of() : states, text, fewer, sort);
    }

    /** A piece of SQL with its parameters in order. */
    record Piece(String sql, List<Object> parameters) {}

    /** The condition on campaigns.submission s. */
    Piece where() {
        StringBuilder sql = new StringBuilder("s.campaign_id = ? and not s.replaced");
        List<Object> parameters = new ArrayList<>(List.of(campaign));
        if (!states.isEmpty()) {
            sql.append(" and s.state = any (?)");
            parameters.add(states.toArray(String[]::new));
        }
        if (!text.isEmpty()) {
            sql.append(" and s.answers::text ilike ? escape '!'");
            parameters.add("%" + text.replaceAll("([!%_])", "!$1") + "%");
        }
        answers.forEach((path, values) -> {
            sql.append(" and s.answers #>> ?::text[] = any (?)");
            parameters.add(path(path));
            parameters.add(values.toArray(String[]::new));
        });
        return new Piece(sql.toString(), parameters);
    }

    /** The order: by arrival, or by any answer, as numbers where the question asks for one. */
    Piece order(List<Column> columns) {
        boolean descending = sort.startsWith("-");
        String path = descending ? sort.substring(1) : sort;
        String direction = descending ? " desc nulls last" : " asc nulls last";
        return Columns.find(columns, path)
                .map(column -> new Piece(
                        (column.isNumber() ? NUMBER : "s.answers #>> ?::text[]") + direction + ", s.id",
                        column.isNumber() ? List.<Object>of(path(path), path(path)) : List.<Object>of(path(path))))
                .orElse(new Piece(path.equals("oldest") ? "s.id" : "s.id desc", List.of()));
    }

    // What is no number in a question for one, from an older version of the form, goes to the end.
    private static final String NUMBER =
            "case when s.answers #>> ?::text[] ~ '^-?[0-9]+([.][0-9]+)?$' then (s.answers #>> ?::text[])::numeric end";

    static String path(String question) {
        return "{" + question.replace('/', ',') + "}";
    }
}
