package org.commonweal.hub.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonweal.disclosure.Grain;
import org.jspecify.annotations.Nullable;

/** Into which periods a finding is broken down, in the source's zone. */
public enum Times {
    NONE(null),
    DAY(Grain.DAY),
    WEEK(Grain.ISO_WEEK),
    MONTH(Grain.MONTH);

    private final @Nullable Grain grain;

    Times(@Nullable Grain grain) {
        this.grain = grain;
    }

    /** The engine's length of a period, none for the whole time. */
    Optional<Grain> grain() {
        return Optional.ofNullable(grain);
    }

    /** Longer periods to choose instead, the whole time last. */
    List<Times> longer() {
        return switch (this) {
            case DAY -> List.of(WEEK, MONTH, NONE);
            case WEEK -> List.of(MONTH, NONE);
            default -> List.of(NONE);
        };
    }

    /** The first day of a period such as {@code 2026-11}, {@code 2026-W47} or {@code 2026-11-21}. */
    static LocalDate firstDay(String label) {
        if (label.length() == 7) return LocalDate.parse(label + "-01");
        if (!label.contains("W")) return LocalDate.parse(label);
        return DateTimeFormatter.ISO_WEEK_DATE.parse(label + "-1", LocalDate::from);
    }

    static LocalDate lastDay(String label) {
        LocalDate first = firstDay(label);
        if (label.length() == 7) return first.plusMonths(1).minusDays(1);
        return label.contains("W") ? first.plusDays(6) : first;
    }

    /** Whether nothing lies between two periods of one length, such as {@code 2026-12} and {@code 2027-01}. */
    static boolean areNeighbours(String before, String after) {
        return lastDay(before).plusDays(1).equals(firstDay(after));
    }

    @JsonValue
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such length */
    @JsonCreator
    static Times of(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT));
    }
}
