package org.commonweal.xlsform.reading;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonweal.xlsform.form.QuestionType;

/** What one cell of the column ‹type› says. */
sealed interface TypeCell {

    /** A question; {@code list} is empty unless it is a select that names one. */
    record Ask(QuestionType type, String list, boolean orOther) implements TypeCell {}

    /** {@code begin group} or {@code begin repeat}. */
    record Begin(Kind kind) implements TypeCell {}

    /** {@code end group} or {@code end repeat}. */
    record End(Kind kind) implements TypeCell {}

    /** Known, but not read yet; {@code advice} says what to do instead. */
    record NotRead(String advice) implements TypeCell {}

    /** Known, and the form does without. */
    record LeftOut() implements TypeCell {}

    record Unknown() implements TypeCell {}

    /** What a begin opens. */
    enum Kind {
        GROUP,
        REPEAT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Pattern BOUNDARY = Pattern.compile("(begin|end)[ _](group|repeat|lgroup|looped[ _]group|loop)( .*)?");
    Pattern OR_OTHER = Pattern.compile("(.*?) (or[ _]other|or specify other)");
    // The longest spelling first, or «select one from x» would ask for a list «from».
    Pattern SELECT = Pattern.compile(TypeNames.selects().keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(", ")( .+)?")));

    /** @param text with single spaces */
    static TypeCell of(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var boundary = BOUNDARY.matcher(lower);
        if (boundary.matches()) {
            return boundary(boundary.group(1), boundary.group(2));
        }
        var simple = TypeNames.simple().get(lower);
        if (simple != null) {
            return new Ask(simple, "", false);
        }
        var select = SELECT.matcher(lower);
        if (select.matches()) {
            return select(
                    TypeNames.selects().get(select.group(1)),
                    text.substring(select.end(1)).strip());
        }
        return other(lower.split(" ")[0]);
    }

    private static TypeCell boundary(String edge, String what) {
        if (what.equals("loop")) {
            return new NotRead("Use a repeat, or write the questions out.");
        }
        var kind = what.equals("group") ? Kind.GROUP : Kind.REPEAT;
        return edge.equals("begin") ? new Begin(kind) : new End(kind);
    }

    private static TypeCell select(QuestionType type, String list) {
        var orOther = OR_OTHER.matcher(list);
        return orOther.matches() ? new Ask(type, orOther.group(1), true) : new Ask(type, list, false);
    }

    private static TypeCell other(String firstWord) {
        if (TypeNames.leftOut().contains(firstWord)) {
            return new LeftOut();
        }
        var advice = TypeNames.notRead().get(firstWord);
        return advice != null ? new NotRead(advice) : new Unknown();
    }
}
