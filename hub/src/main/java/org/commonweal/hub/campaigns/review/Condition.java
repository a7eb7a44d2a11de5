package org.commonweal.hub.campaigns.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.xlsform.form.QuestionType;

/**
 * What an answer must be for a filter, by the kind of its question: one of the choices; words within a text; a number,
 * or a day, or from one to another ({@code 3..10}, {@code 2026-11-01..}, {@code ..10}).
 */
final class Condition {
    /** A number as ODK writes it. */
    static final String NUMBER = "^-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]{1,3})?$";

    private static final Pattern SPAN = Pattern.compile("(.*?)\\.\\.(.*)");
    private static final Pattern READABLE = Pattern.compile(NUMBER);

    // A month or a year finds all its days, an hour its minutes.
    private static final Pattern DAY =
            Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T[0-9:.Z+-]*)?)?)?");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3])(:[0-5][0-9][0-9:.Z+-]*)?");

    private Condition() {}

    /** On {@code answer}, a text; several values are alternatives. */
    static Wanted.Piece of(Column column, List<String> values) {
        if (!column.choices().isEmpty())
            return new Wanted.Piece("string_to_array(answer, ' ') && ?::text[]", List.<Object>of((Object)
                    values.toArray(String[]::new)));
        List<String> sql = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (String value : values) {
            Wanted.Piece piece = one(column, value.strip());
            sql.add(piece.sql());
            parameters.addAll(piece.parameters());
        }
        return new Wanted.Piece("(" + String.join(" or ", sql) + ")", parameters);
    }

    /**
     * The last part of the key of the words that say how to write it; "" where it can be read. A text can be anything,
     * and so can a choice, which may be that of an older version of the form.
     */
    static String fault(Column column, String typed) {
        if (!column.choices().isEmpty() || !column.isNumber() && !column.isTime()) return "";
        Matcher span = SPAN.matcher(typed);
        List<String> ends =
                span.matches() ? List.of(span.group(1).strip(), span.group(2).strip()) : List.of(typed);
        Pattern readable = column.isNumber() ? READABLE : column.type() == QuestionType.TIME ? TIME : DAY;
        boolean read = ends.stream()
                .allMatch(end -> end.isEmpty() || readable.matcher(end).matches());
        if (read && ends.stream().anyMatch(end -> !end.isEmpty())) return "";
        return column.isNumber() ? "number" : column.type() == QuestionType.TIME ? "time" : "day";
    }

    /** A pattern for {@code ilike … escape '!'} that finds the text anywhere. */
    static String within(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }

    private static Wanted.Piece one(Column column, String value) {
        Matcher span = SPAN.matcher(value);
        boolean spans = span.matches();
        String from = spans ? span.group(1).strip() : value;
        String to = spans ? span.group(2).strip() : value;
        // What a form computes may be a number as well.
        if ((column.isNumber() || spans) && !column.isTime() && isNumberOrNone(from) && isNumberOrNone(to))
            return numbers(from, to);
        // A day is found in its moments too: 2026-11-21 up to and with 2026-11-21T23:59.
        if (column.isTime()) return texts(from, to.isEmpty() ? "" : to + "\uffff");
        return new Wanted.Piece("answer ilike ? escape '!'", List.of(within(value)));
    }

    private static boolean isNumberOrNone(String text) {
        return text.isEmpty() || READABLE.matcher(text).matches();
    }

    private static Wanted.Piece numbers(String from, String to) {
        return new Wanted.Piece(
                "case when answer ~ '" + NUMBER + "' then answer::numeric between"
                        + " coalesce(nullif(?, '')::numeric, '-infinity') and coalesce(nullif(?, '')::numeric, 'infinity') end",
                List.of(from, to));
    }

    private static Wanted.Piece texts(String from, String to) {
        return new Wanted.Piece(
                "(answer collate \"C\" >= ? and (? = '' or answer collate \"C\" <= ?) and answer <> '')",
                List.of(from, to, to));
    }
}
