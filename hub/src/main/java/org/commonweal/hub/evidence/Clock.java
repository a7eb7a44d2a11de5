package org.commonweal.hub.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.commonweal.hub.frame.Dataset.Row;
import org.jspecify.annotations.Nullable;

/**
 * The time that a row speaks of: when it was answered, or what a question for a day says, the last of its values.
 *
 * <p>Example: {@code new Clock("day", zone).at(row)} is the first instant of 3 October for a row whose last value is
 * {@code 2026-10-03}.
 */
record Clock(String question, ZoneId zone) {
    // A slip of the finger makes periods of thousands of years.
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** Null where the row does not say a time. */
    @Nullable
    Instant at(Row row) {
        if (question.isEmpty()) return row.at();
        if (row.refused().contains(question)) return null;
        String answer = row.values().getLast().strip();
        try {
            Instant at = instant(answer);
            int year = LocalDate.ofInstant(at, zone).getYear();
            return year < FIRST_YEAR || year > LAST_YEAR ? null : at;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private Instant instant(String answer) {
        if (!answer.contains("T"))
            return LocalDate.parse(answer).atStartOfDay(zone).toInstant();
        var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(answer, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime exact
                ? exact.toInstant()
                : ((LocalDateTime) read).atZone(zone).toInstant();
    }
}
