package org.commonweal.hub.campaigns.player;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.GeoPointData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.TimeData;
import org.javarosa.core.model.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * What was typed as JavaRosa holds it.
 *
 * @param data null for no answer
 * @param fault the last part of the words' key that says how to write it, empty when it could be read
 */
record Cast(@Nullable IAnswerData data, String fault) {
    static final int LONGEST_TEXT = 100_000;
    private static final int LARGEST_NUMBER_DIGITS = 30;
    private static final Cast NONE = new Cast(null, "");

    /**
     * @param typed as the page names its fields: one text; each chosen value; latitude, longitude, altitude and accuracy
     * @param zone where a time of day without a zone is meant
     */
    static Cast of(Node.Question question, List<String> typed, ZoneId zone) {
        Kind kind = question.kind();
        if (kind == Kind.MANY) return many(question, typed);
        String text = typed.isEmpty() ? "" : typed.getFirst().strip();
        if (kind == Kind.POINT) return point(typed);
        if (text.isEmpty()) return NONE;
        if (text.length() > LONGEST_TEXT) return unreadable("long");
        try {
            return switch (kind) {
                case WHOLE -> value(new IntegerData(Integer.parseInt(digits(text))));
                case DECIMAL -> value(new DecimalData(decimal(text)));
                case DATE ->
                    value(new DateData(
                            DateUtils.parseDate(LocalDate.parse(digits(text)).toString())));
                case TIME ->
                    value(new TimeData(
                            DateUtils.parseTime(LocalTime.parse(digits(text)).toString())));
                case MOMENT ->
                    value(new DateTimeData(Date.from(
                            LocalDateTime.parse(digits(text)).atZone(zone).toInstant())));
                case ONE, MENU -> one(question, text);
                case AGREE -> value(new StringData("OK"));
                default -> value(new StringData(lines(text)));
            };
        } catch (NumberFormatException | DateTimeException unreadable) {
            return unreadable(kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private static Cast value(IAnswerData data) {
        return new Cast(data, "");
    }

    private static Cast unreadable(String fault) {
        return new Cast(null, fault);
    }

    // A choice that is not offered now was offered before an earlier answer changed: it is no answer any more.
    private static Cast one(Node.Question question, String chosen) {
        return question.prompt().getSelectChoices().stream()
                .filter(choice -> choice.getValue().equals(chosen))
                .findFirst()
                .map(choice -> value(new SelectOneData(choice.selection())))
                .orElse(NONE);
    }

    private static Cast many(Node.Question question, List<String> chosen) {
        var selections = question.prompt().getSelectChoices().stream()
                .filter(choice -> chosen.contains(choice.getValue()))
                .map(SelectChoice::selection)
                .toList();
        return selections.isEmpty() ? NONE : value(new MultipleItemsData(selections));
    }

    private static Cast point(List<String> typed) {
        if (typed.stream().limit(2).allMatch(String::isBlank)) return NONE;
        try {
            double latitude = decimal(typed.get(0).strip());
            double longitude = decimal(typed.get(1).strip());
            if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return unreadable("point");
            return value(new GeoPointData(new double[] {latitude, longitude, extra(typed, 2), extra(typed, 3)}));
        } catch (NumberFormatException | IndexOutOfBoundsException unreadable) {
            return unreadable("point");
        }
    }

    // Altitude and accuracy come from the device alone; what is not a number there is as good as nothing.
    private static double extra(List<String> typed, int index) {
        try {
            return index < typed.size() ? decimal(typed.get(index).strip()) : 0;
        } catch (NumberFormatException nothing) {
            return 0;
        }
    }

    private static double decimal(String text) {
        if (text.length() > LARGEST_NUMBER_DIGITS) throw new NumberFormatException("too long");
        String plain = digits(text).replace('\u066b', '.');
        double value = new BigDecimal(plain.contains(".") ? plain : plain.replace(',', '.')).doubleValue();
        if (Double.isInfinite(value)) throw new NumberFormatException("too large");
        return value;
    }

    /** Digits of any script as the ten of ASCII: people write ٤٢ where their keyboard does. */
    private static String digits(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) plain.append(Character.digit(c, 10));
            else plain.appendCodePoint(c);
        });
        return plain.toString();
    }

    // Browsers send line ends as CR LF; an instance has LF. The other characters can't stand in XML at all (§2.2).
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\n\t]]", "");
    }
}
