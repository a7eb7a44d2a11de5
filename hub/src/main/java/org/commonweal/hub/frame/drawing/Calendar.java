package org.commonweal.hub.frame.drawing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the ticks of a time axis fall and how they are called: days, months or years, as many as there is room for. */
final class Calendar {
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};

    private Calendar() {}

    record Tick(LocalDate day, String words) {}

    /** @param monthly whether all that is drawn stands on the first of a month: a tick between two would say nothing */
    static List<Tick> ticks(LocalDate first, LocalDate last, boolean monthly, int most, Locale locale) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (!monthly) for (int step : DAYS) if (days / step < most) return byDays(first, last, step, locale);
        for (int step : MONTHS) if (days / 30.4 / step < most) return byMonths(first, last, step, locale);
        return List.of();
    }

    private static List<Tick> byDays(LocalDate first, LocalDate last, int step, Locale locale) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM", locale);
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(step))
            ticks.add(new Tick(day, format.format(day)));
        return ticks;
    }

    private static List<Tick> byMonths(LocalDate first, LocalDate last, int step, Locale locale) {
        DateTimeFormatter month = DateTimeFormatter.ofPattern("LLL", locale);
        DateTimeFormatter withYear = DateTimeFormatter.ofPattern("LLL uuuu", locale);
        DateTimeFormatter year = DateTimeFormatter.ofPattern("uuuu", locale);
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = start(first, step); !day.isAfter(last); day = day.plusMonths(step)) {
            boolean turn =
                    ticks.isEmpty() || day.getYear() != ticks.getLast().day().getYear();
            DateTimeFormatter format = step >= 12 ? year : turn ? withYear : month;
            ticks.add(new Tick(day, format.format(day)));
        }
        return ticks;
    }

    // Ticks stand on months that the step divides, so that quarters begin in January.
    private static LocalDate start(LocalDate first, int step) {
        LocalDate day =
                first.getDayOfMonth() == 1 ? first : first.withDayOfMonth(1).plusMonths(1);
        while ((day.getYear() * 12 + day.getMonthValue() - 1) % step != 0) day = day.plusMonths(1);
        return day;
    }
}
