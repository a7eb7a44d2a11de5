package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Ids;
import org.commonweal.xlsform.XForm;
import org.junit.jupiter.api.Test;

/** The day is the campaign's, whatever the hub's machine thinks: half past ten at night in Greenwich. */
class CampaignDayTest {
    private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");
    private static final String FORM = """
            # survey
            type      | name    | label   | calculation                      | default | constraint
            today     | noted   |         |                                  |         |
            date      | seen    | Seen on |                                  | today() | . <= today()
            calculate | day     |         | format-date(today(), '%Y-%m-%d') |         |
            calculate | since   |         | int(today() - date('2026-11-01')) |         |
            """;

    @Test
    void isTheDayOfTheCampaignsZone() {
        assertThat(Stream.of("UTC", "Asia/Aden", "Pacific/Kiritimati", "America/Lima")
                        .map(zone -> zone + " " + answers(zone)))
                .containsExactly(
                        "UTC noted 2026-11-21 seen 2026-11-21 day 2026-11-21 since 20",
                        "Asia/Aden noted 2026-11-22 seen 2026-11-22 day 2026-11-22 since 21",
                        "Pacific/Kiritimati noted 2026-11-22 seen 2026-11-22 day 2026-11-22 since 21",
                        "America/Lima noted 2026-11-21 seen 2026-11-21 day 2026-11-21 since 20");
    }

    @Test
    void renamesTheFunctionInExpressionsAndNotInWords() {
        String xform = "<h><bind nodeset=\"/data/a\" constraint=\". >= today() and . != 'today() '\"/>"
                + "<setvalue value='today( )'/><label>Write today() or <output value=\"today()\"/></label>"
                + "<a>today()</a><bind calculate=\"not-today()\"/></h>";
        assertThat(OwnFunctions.renamed(xform))
                .contains("constraint=\". >= campaign-today() and", "value='campaign-today( )'")
                .contains("<label>Write today() or <output value=\"campaign-today()\"/>")
                .contains("<a>today()</a>", "\"not-today()\"");
    }

    private static String answers(String zone) {
        String xform = XForm.write(Drawn.read(FORM));
        ServedForm form =
                new ServedForm(Ids.next(), Ids.next(), "days", "1", "Days", xform, "0".repeat(32), "", List.of());
        String xml = new FormOpener(Clock.fixed(NOW, ZoneOffset.UTC))
                .begin(form, ZoneId.of(zone))
                .submission();
        return Stream.of("noted", "seen", "day", "since")
                .map(name -> name + " " + xml.replaceAll("(?s).*<" + name + ">([^<]*)</.*", "$1"))
                .reduce((one, next) -> one + " " + next)
                .orElseThrow();
    }
}
