package org.commonweal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
    private static final Instant FROM = Instant.parse("2025-12-28T23:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T23:00:00Z");

    /** Berlin puts its clocks forward on 2026-03-29 and back on 2026-10-25, both at 01:00 UTC. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "outside", textBlock = """
            Europe/Berlin    | DAY      | 2026-03-28T22:59:59Z | 2026-03-28
            Europe/Berlin    | DAY      | 2026-03-28T23:00:00Z | 2026-03-29
            Europe/Berlin    | DAY      | 2026-03-29T21:59:59Z | 2026-03-29
            Europe/Berlin    | DAY      | 2026-03-29T22:00:00Z | 2026-03-30
            Europe/Berlin    | DAY      | 2026-10-25T22:59:59Z | 2026-10-25
            Europe/Berlin    | MONTH    | 2026-10-31T23:00:00Z | 2026-11
            Asia/Kathmandu   | DAY      | 2026-05-01T18:14:59Z | 2026-05-01
            Asia/Kathmandu   | DAY      | 2026-05-01T18:15:00Z | 2026-05-02
            Europe/Berlin    | ISO_WEEK | 2025-12-28T23:00:00Z | 2026-W01
            Europe/Berlin    | ISO_WEEK | 2026-01-04T22:59:59Z | 2026-W01
            Europe/Berlin    | ISO_WEEK | 2026-01-04T23:00:00Z | 2026-W02
            Europe/Berlin    | ISO_WEEK | 2026-12-31T22:00:00Z | 2026-W53
            Europe/Berlin    | MONTH    | 2025-12-28T22:59:59Z | outside
            Europe/Berlin    | MONTH    | 2026-12-31T23:00:00Z | outside
            """)
    void findsThePeriodOfAnInstant(ZoneId zone, Grain grain, Instant at, String label) {
        Periods periods = Periods.of(grain, zone, FROM, UNTIL);
        int index = periods.indexOf(at);
        assertThat(index == Rows.NO_PERIOD ? null : periods.label(index)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"DAY, 368", "ISO_WEEK, 53", "MONTH, 13"})
    void countsThePeriodsThatTouchTheSpan(Grain grain, int count) {
        assertThat(Periods.of(grain, ZoneId.of("Europe/Berlin"), FROM, UNTIL).count())
                .isEqualTo(count);
    }

    /** São Paulo put its clocks forward at midnight on 2018-11-04: that day began at one o'clock. */
    @Test
    void aDayWithoutMidnightStartsAtOne() {
        Instant from = Instant.parse("2018-11-01T03:00:00Z");
        Periods days = Periods.of(Grain.DAY, ZoneId.of("America/Sao_Paulo"), from, from.plusSeconds(864_000));
        assertThat(days.start(3)).isEqualTo("2018-11-04T03:00:00Z");
        assertThat(days.indexOf(days.start(3))).isEqualTo(3);
        assertThat(days.indexOf(days.start(3).minusNanos(1))).isEqualTo(2);
    }

    @Test
    void refusesAnEmptySpan() {
        assertThatThrownBy(() -> Periods.of(Grain.DAY, ZoneId.of("UTC"), FROM, FROM))
                .isInstanceOf(InputException.class)
                .hasMessage("A span must end after it starts, was 2025-12-28T23:00:00Z to 2025-12-28T23:00:00Z.");
    }
}
