package org.commonweal.xlsform.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonweal.xlsform.expression.BrokenExpressionException;
import org.commonweal.xlsform.expression.Functions;
import org.commonweal.xlsform.expression.References;
import org.commonweal.xlsform.expression.XPath;
import org.commonweal.xlsform.form.Choice;
import org.commonweal.xlsform.form.QuestionType;
import org.commonweal.xlsform.form.Rule;

/** The column ‹default›: a value, or an expression to be evaluated when the form is opened. */
final class DefaultCell {

    private static final Set<QuestionType> NUMBERS =
            Set.of(QuestionType.INTEGER, QuestionType.DECIMAL, QuestionType.RANGE);
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?.*");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?.*");
    private static final Pattern PLACE = Pattern.compile("-?\\d+(\\.\\d+)? -?\\d+(\\.\\d+)?( .*)?");

    private DefaultCell() {}

    /**
     * References and known functions make a default dynamic; arithmetic does for numbers only, because «2-1» may be a
     * text.
     */
    static boolean isDynamic(String text, QuestionType type) {
        if (References.hasAny(text)) {
            return true;
        }
        try {
            var xpath = text.isEmpty() ? null : XPath.parse(text);
            return xpath != null
                    && (Functions.listKnown().stream().anyMatch(xpath.functions()::contains)
                            || (NUMBERS.contains(type) && xpath.isArithmetic()));
        } catch (BrokenExpressionException e) {
            return false;
        }
    }

    static void check(Line line, QuestionType type, List<Choice> choices, Faults faults) {
        var text = line.text("default");
        if (!text.isEmpty() && !fits(text, type, choices)) {
            faults.add(line.fault(Rule.INVALID_DEFAULT, "default", text, wanted(type)));
        }
    }

    private static boolean fits(String text, QuestionType type, List<Choice> choices) {
        return switch (type) {
            case INTEGER -> parses(() -> new BigInteger(text).intValueExact());
            case DECIMAL, RANGE -> text.length() < 40 && parses(() -> new BigDecimal(text));
            case DATE -> parses(() -> LocalDate.parse(text));
            case TIME -> TIME.matcher(text).matches() && parses(() -> LocalTime.parse(text.substring(0, 5)));
            case DATE_TIME ->
                DATE_TIME.matcher(text).matches()
                        && parses(
                                () -> LocalDateTime.parse(text.substring(0, 16).replace(' ', 'T')));
            case GEOPOINT -> PLACE.matcher(text).matches();
            case SELECT_ONE -> choices.isEmpty() || isChoice(text, choices);
            case SELECT_MULTIPLE ->
                choices.isEmpty() || List.of(text.split(" ")).stream().allMatch(t -> isChoice(t, choices));
            default -> true;
        };
    }

    private static boolean isChoice(String text, List<Choice> choices) {
        return choices.stream().anyMatch(c -> c.name().equals(text));
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static String wanted(QuestionType type) {
        return switch (type) {
            case INTEGER -> "a whole number below 2,147,483,648";
            case DECIMAL, RANGE -> "a number, written like 2.5";
            case DATE -> "a date, written like 2026-01-31";
            case TIME -> "a time, written like 09:30";
            case DATE_TIME -> "a date with time, written like 2026-01-31T09:30";
            case GEOPOINT -> "a point, written as latitude and longitude in degrees: 46.2 6.1";
            default -> "one of the choices";
        };
    }
}
