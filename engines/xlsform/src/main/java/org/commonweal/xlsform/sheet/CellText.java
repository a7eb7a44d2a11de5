package org.commonweal.xlsform.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** A cell's value as text, the way ODK's own converter renders it. */
final class CellText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    // What a number format shows of a date: letters outside of "quotes", \escapes and [brackets].
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
    // Besides spaces: zero-width ones and the byte order mark, which copying from pages and chats leaves behind.
    private static final String INVISIBLE = "\u200B\u200C\u200D\uFEFF";
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private CellText() {}

    static String of(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getValue()) {
            case null -> "";
            case BigDecimal number -> number(cell, number);
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case Object other -> clean(other.toString());
        };
    }

    /** Without spaces at the edges, and without characters that XML 1.0 cannot carry. */
    static String clean(String text) {
        var clean = NOT_XML.matcher(text).replaceAll("");
        var from = 0;
        var to = clean.length();
        while (from < to && isBlank(clean.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(clean.charAt(to - 1))) {
            to--;
        }
        return clean.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || INVISIBLE.indexOf(c) >= 0;
    }

    private static String number(Cell cell, BigDecimal value) {
        var format = cell.getDataFormatString();
        var shown =
                format == null ? "" : LITERALS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        var hasDate = shown.contains("y") || shown.contains("d");
        var hasTime = shown.contains("h") || shown.contains("s");
        if (hasDate || hasTime) {
            try {
                return date(cell, hasDate, hasTime);
            } catch (DateTimeException | ArithmeticException e) {
                return plain(value);
            }
        }
        return plain(value);
    }

    private static String date(Cell cell, boolean hasDate, boolean hasTime) {
        var moment = cell.asDate().truncatedTo(ChronoUnit.SECONDS);
        if (!hasDate) {
            return TIME.format(moment);
        }
        var dateOnly = !hasTime && moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return dateOnly ? LocalDate.from(moment).toString() : DATE_TIME.format(moment);
    }

    /** Files hold 0.1 as 0.10000000000000001: the shortest number with the same value is meant. */
    private static String plain(BigDecimal value) {
        var number = value.doubleValue();
        if (Double.isInfinite(number) || Double.isNaN(number)) {
            return "";
        }
        var text = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return number == 0 ? "0" : text;
    }
}
