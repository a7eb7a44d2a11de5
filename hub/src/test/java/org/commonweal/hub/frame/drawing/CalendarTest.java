package org.commonweal.hub.frame.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the ticks of a time axis fall. */
class CalendarTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-01 | 2026-08-05 | false | 1 Aug, 2 Aug, 3 Aug, 4 Aug, 5 Aug",
                "2026-08-01 | 2026-11-01 | false | 1 Aug, 15 Aug, 29 Aug, 12 Sept, 26 Sept, 10 Oct, 24 Oct",
                "2026-08-01 | 2026-11-01 | true  | Aug 2026, Sept, Oct, Nov",
                "2026-08-01 | 2026-09-01 | true  | Aug 2026, Sept",
                "2025-11-01 | 2026-03-01 | true  | Nov 2025, Dec, Jan 2026, Feb, Mar",
                "2019-05-01 | 2026-05-01 | true  | 2020, 2021, 2022, 2023, 2024, 2025, 2026",
            })
    void standOnWhatIsDrawn(LocalDate first, LocalDate last, boolean monthly, String ticks) {
        assertThat(Calendar.ticks(first, last, monthly, 8, Locale.UK).stream()
                        .map(Calendar.Tick::words)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(ticks);
    }
}
