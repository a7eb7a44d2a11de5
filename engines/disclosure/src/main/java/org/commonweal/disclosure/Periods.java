package org.commonweal.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Days, ISO weeks or months of a campaign, counted from 0, in the campaign's zone.
 *
 * <pre>{@code
 * Periods months = Periods.of(Grain.MONTH, ZoneId.of("Africa/Tunis"), opened, closed);
 * int period = months.indexOf(submittedAt);   // Rows.NO_PERIOD when outside
 * months.label(0);                            // "2026-11"
 * }</pre>
 *
 * Days are found by the local date, never by dividing hours: the days of a clock change have 23 or 25.
 */
public final class Periods {
    private final Grain grain;
    private final ZoneId zone;
    private final Instant from;
    private final Instant until;
    private final LocalDate first;
    private final int count;

    private Periods(Grain grain, ZoneId zone, Instant from, Instant until) {
        this.grain = grain;
        this.zone = zone;
        this.from = from;
        this.until = until;
        this.first = firstDay(from);
        this.count = Math.toIntExact(grain.unit.between(first, firstDay(until.minusNanos(1)))) + 1;
    }

    /**
     * The periods that touch a span of time.
     *
     * @param from first instant that counts
     * @param until first instant that no longer counts
     * @return the periods
     * @throws InputException when the span is empty
     */
    public static Periods of(Grain grain, ZoneId zone, Instant from, Instant until) {
        if (!from.isBefore(until))
            throw new InputException(List.of("A span must end after it starts, was " + from + " to " + until + "."));
        return new Periods(grain, zone, from, until);
    }

    /** {@return how many periods} */
    public int count() {
        return count;
    }

    /** {@return index of the instant's period, or {@link Rows#NO_PERIOD} outside the span} */
    public int indexOf(Instant at) {
        if (at.isBefore(from) || !at.isBefore(until)) return Rows.NO_PERIOD;
        return (int) grain.unit.between(first, firstDay(at));
    }

    /** {@return the period as ISO 8601 writes it: 2026-11-21, 2026-W47 or 2026-11} */
    public String label(int index) {
        return startDay(index).format(grain.label);
    }

    /** {@return first local day of a period, index in [0, count)} */
    public LocalDate startDay(int index) {
        return first.plus(Objects.checkIndex(index, count), grain.unit);
    }

    /** {@return first instant of a period; the day's start where a clock change leaves out midnight} */
    public Instant start(int index) {
        return startDay(index).atStartOfDay(zone).toInstant();
    }

    private LocalDate firstDay(Instant at) {
        return grain.firstDayOf(LocalDate.ofInstant(at, zone));
    }
}
