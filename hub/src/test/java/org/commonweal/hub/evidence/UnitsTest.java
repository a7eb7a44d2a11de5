package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are those of CLDR; the form's owner wrote the unit in a language of theirs. */
class UnitsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "minutes, en, minutes",
                "Minutes, es, minutos",
                "minute,  ar, دقيقة",
                "heures,  en, hours",
                "ساعة,    fr, heures",
                "µg/m³,   en, µg/m³",
                "µg/m³,   ar, مكغم/م³",
                "kg,      fr, kg",
                "buckets, ar, buckets"
            })
    void aUnitIsReadInTheReadersLanguage(String written, String reader, String read) {
        assertThat(Units.in(written, Locale.of(reader))).isEqualTo(read);
    }
}
