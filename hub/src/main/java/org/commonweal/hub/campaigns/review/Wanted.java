package org.commonweal.hub.campaigns.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.xlsform.form.QuestionType;

/**
 * Which submissions a view asks for, and in which order: read from the address, turned into SQL with bound parameters.
 *
 * <p>Example: {@code ?state=received&q=deep&f.colour=red&f.depth=3..10&sort=-depth}. What a value of {@code f.…} means is
 * the question's to say: see {@link Condition}.
 */
record Wanted(
        UUID campaign,
        List<String> states,
        boolean broken,
        String text,
        Map<Column, List<String>> answers,
        String sort) {
    static final String RULES = "rules";
    static final String BROKEN = "broken";
    static final String ANSWER = "f.";
    private static final Set<String> STATES = Set.of("received", "asked", "approved", "rejected", "withdrawn");

    static Wanted of(UUID campaign, Query query, List<Column> columns) {
        Map<Column, List<String>> answers = new LinkedHashMap<>();
        columns.forEach(column -> {
            List<String> asked = query.all(ANSWER + column.path()).stream()
                    .flatMap(value -> column.named(value.strip()).stream())
                    .toList();
            if (!asked.isEmpty()) answers.put(column, asked);
        });
        List<String> states =
                query.all("state").stream().filter(STATES::contains).toList();
        return new Wanted(
                campaign,
                states,
                query.all(RULES).contains(BROKEN),
                query.first("q").strip(),
                answers,
                query.first("sort"));
    }

    /** All of a campaign's. */
    static Wanted all(UUID campaign) {
        return new Wanted(campaign, List.of(), false, "", Map.of(), "");
    }

    /** The same without the filter by state, for the counts beside the states. */
    Wanted withoutStates() {
        return new Wanted(campaign, List.of(), broken, text, answers, sort);
    }

    /** The same without the filter by answers that break the form's rules, for the count beside it. */
    Wanted withoutRules() {
        return new Wanted(campaign, states, false, text, answers, sort);
    }

    /** The same without the filter by a question, for the counts beside that question's choices. */
    Wanted without(Column column) {
        Map<Column, List<String>> fewer = new LinkedHashMap<>(answers);
        fewer.remove(column);
        return new Wanted(campaign, states, broken, text, fewer, sort);
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
        if (broken) sql.append(" and s.broken <> '{}'");
        if (!text.isEmpty()) {
            // Most rows are out at the first look, three times as quick; quotes and the like are written otherwise
            // there.
            if (!text.matches("(?s).*[\"\\\\\\p{Cntrl}].*")) {
                sql.append(" and s.answers::text ilike ? escape '!'");
                parameters.add(Condition.within(text));
            }
            // Answers only: names of questions, identifiers and the consent are nobody's words.
            sql.append(" and exists (select from jsonb_path_query(s.answers - 'meta' - 'commonweal_consent',"
                    + " 'strict $.** ? (@.type() == \"string\")') as a where a #>> '{}' ilike ? escape '!')");
            parameters.add(Condition.within(text));
        }
        answers.forEach((column, values) -> {
            Piece condition = Condition.of(column, values);
            sql.append(" and exists (select from jsonb_path_query(s.answers, ?::jsonpath) as v,"
                    + " lateral (select v #>> '{}' as answer) as a where " + condition.sql() + ")");
            parameters.add(column.jsonPath());
            parameters.addAll(condition.parameters());
        });
        return new Piece(sql.toString(), parameters);
    }

    /**
     * The order: by arrival, or by any answer, as numbers where the question asks for one. Where it was asked again and
     * again, its first answer counts.
     */
    Piece order(List<Column> columns) {
        boolean descending = sort.startsWith("-");
        String path = descending ? sort.substring(1) : sort;
        String direction = descending ? " desc nulls last" : " asc nulls last";
        return Columns.find(columns, path)
                .map(column -> by(column, direction))
                .orElse(new Piece(
                        path.equals("oldest") ? "s.received_at, s.id" : "s.received_at desc, s.id desc", List.of()));
    }

    private static Piece by(Column column, String direction) {
        String at = column.jsonPath();
        if (column.isNumber()) return new Piece(NUMBER + direction + ", s.id", List.of(at, at));
        // What a form computes is a number or a text: numbers come first, in their own order.
        if (column.type() == QuestionType.CALCULATE)
            return new Piece(NUMBER + direction + ", " + FIRST + direction + ", s.id", List.of(at, at, at));
        return new Piece(FIRST + direction + ", s.id", List.of(at));
    }

    private static final String FIRST = "jsonb_path_query_first(s.answers, ?::jsonpath) #>> '{}'";

    // What is no number in a question for one, from an older version of the form, goes to the end.
    private static final String NUMBER =
            "case when " + FIRST + " ~ '" + Condition.NUMBER + "' then (" + FIRST + ")::numeric end";
}
