package org.commonweal.disclosure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Length of a period. */
public enum Grain {
    /** A calendar day, written 2026-11-21. */
    DAY(ChronoUnit.DAYS, DateTimeFormatter.ISO_LOCAL_DATE),
    /** A week of ISO 8601, Monday to Sunday, written 2026-W47. */
    ISO_WEEK(ChronoUnit.WEEKS, DateTimeFormatter.ofPattern("YYYY-'W'ww", java.util.Locale.UK)),
    /** A calendar month, written 2026-11. */
    MONTH(ChronoUnit.MONTHS, DateTimeFormatter.ofPattern("uuuu-MM", java.util.Locale.ROOT));

    final ChronoUnit unit;
    final DateTimeFormatter label;

    Grain(ChronoUnit unit, DateTimeFormatter label) {
        this.unit = unit;
        this.label = label;
    }

    LocalDate firstDayOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case ISO_WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
