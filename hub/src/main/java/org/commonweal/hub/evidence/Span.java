package org.commonweal.hub.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.commonweal.disclosure.Periods;
import org.commonweal.disclosure.Rows;
import org.jspecify.annotations.Nullable;

/** The time that a finding speaks of, and its periods. */
final class Span {
    private final Instant start;
    private final Instant end;
    private final ZoneId zone;
    private final Spec spec;
    private final @Nullable Periods periods;
    private final String[] labels;

    private Span(Instant start, Instant end, ZoneId zone, Spec spec) {
        this.start = start;
        this.end = end;
        this.zone = zone;
        this.spec = spec;
        this.periods = spec.times()
                .grain()
                .map(grain -> Periods.of(grain, zone, start, end))
                .orElse(null);
        this.labels = new String[count()];
    }

    /** From the days asked for, else from the first row to the last. */
    static Span of(Spec spec, ZoneId zone, List<Instant> times) {
        Instant now = times.isEmpty() ? Instant.EPOCH : times.getFirst();
        Instant first = times.stream().min(Instant::compareTo).orElse(now);
        Instant last = times.stream().max(Instant::compareTo).orElse(now);
        Instant start = spec.from() == null ? first : startOf(spec.from(), zone);
        Instant end =
                spec.until() == null ? last.plusNanos(1) : startOf(spec.until().plusDays(1), zone);
        return new Span(start, start.isBefore(end) ? end : start.plusNanos(1), zone, spec);
    }

    /** The same time in other periods. */
    Span over(Spec other) {
        return new Span(start, end, zone, other);
    }

    int count() {
        return periods == null ? 1 : periods.count();
    }

    int indexOf(@Nullable Instant at) {
        if (at == null) return Rows.NO_PERIOD;
        if (periods != null) return periods.indexOf(at);
        return at.isBefore(start) || !at.isBefore(end) ? Rows.NO_PERIOD : 0;
    }

    /** The period as ISO 8601 writes it, "" where there are none. */
    String label(int index) {
        if (periods == null || index < 0) return "";
        // Asked once for every row, and slow to write.
        if (labels[index] == null) labels[index] = periods.label(index);
        return labels[index];
    }

    // Whole months unless days were asked for: the day of the first answer may be one person's.
    LocalDate firstDay(boolean people) {
        LocalDate day = LocalDate.ofInstant(start, zone);
        return people && spec.from() == null ? day.withDayOfMonth(1) : day;
    }

    LocalDate lastDay(boolean people) {
        LocalDate day = LocalDate.ofInstant(end.minusNanos(1), zone);
        return people && spec.until() == null ? day.with(TemporalAdjusters.lastDayOfMonth()) : day;
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
