package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Months in which nothing was measured: no line and no band may cross them. */
@HubTest
class ChartGapsTest {
    @Autowired
    Desk desk;

    @Test
    void neighboursAreJoinedAndNothingElse() {
        String page = finding("2025-11", "2025-12", "2026-01", "2026-05", "2026-08", "2026-09");
        for (String picture : pictures(page)) {
            assertThat(count(picture, "<path class=\"line one\"")).isEqualTo(2);
            assertThat(count(picture, "<path class=\"band one\"")).isEqualTo(3);
            assertThat(count(picture, "<circle class=\"dot one\""))
                    .as("May stands alone, September ends the line")
                    .isEqualTo(2);
            List<String> lines = Pattern.compile("class=\"line one\" d=\"([^\"]*)\"")
                    .matcher(picture)
                    .results()
                    .map(one -> one.group(1))
                    .toList();
            assertThat(lines.getFirst().split("L")).hasSize(3);
            assertThat(lines.getLast().split("L")).hasSize(2);
            assertThat(picture).contains("The line is broken where a period has no number.</desc>");
        }
    }

    @Test
    void aLineWithoutGapsIsWholeAndSaysNothingOfGaps() {
        String page = finding("2025-11", "2025-12", "2026-01", "2026-02");
        for (String picture : pictures(page)) {
            assertThat(count(picture, "<path class=\"line one\"")).isEqualTo(1);
            assertThat(picture).doesNotContain("The line is broken");
        }
    }

    @Test
    void intervalsThatCoverMoreAreCalledByTheUsualLevelAndTheExactOneIsToldOnce() {
        UUID thing = desk.data.things(desk.organisation("Air for All"), "Dust over the square");
        Visitor reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        // Of nine values the second and the eighth cover 1 - 2 (1 + 9) / 2^9 = 96.09 %.
        for (int day = 1; day <= 9; day++)
            desk.data.get(thing).row("2026-03-0" + day + "T09:00:00Z", "a", "Sensor 1", 44.8, 20.4, "2" + day);
        String path = Desk.publish(reviewer, thing, Desk.form("statistic", "median", "times", "month"));
        String page = desk.visitor().get(path + "?lang=en").body();
        assertThat(page.substring(page.indexOf("<table")))
                .contains("<th class=\"number\">95 % interval")
                .doesNotContain("Interval of at least")
                .containsOnlyOnce("the least sure one here covers 96 %");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12, 2026-01, true",
        "2025-12, 2026-02, false",
        "2026-02-28, 2026-03-01, true",
        "2026-02-27, 2026-03-01, false",
        "2026-W53, 2027-W01, true",
        "2026-W52, 2027-W01, false"
    })
    void periodsAreNeighboursWhereNothingLiesBetween(String before, String after, boolean neighbours) {
        assertThat(Times.areNeighbours(before, after)).isEqualTo(neighbours);
    }

    private String finding(String... months) {
        UUID thing = desk.data.things(desk.organisation("Air for All"), "Dust over the square");
        Visitor reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        for (String month : months)
            for (int day = 1; day <= 6; day++)
                desk.data.get(thing).row(month + "-0" + day + "T09:00:00Z", "a", "Sensor 1", 44.8, 20.4, "2" + day);
        String path = Desk.publish(reviewer, thing, Desk.form("times", "month"));
        return desk.visitor().get(path + "?lang=en").body();
    }

    private static List<String> pictures(String page) {
        List<String> pictures = Pattern.compile("<svg class=\"(wide|narrow)\".*?</svg>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(pictures).hasSize(2);
        return pictures;
    }

    private static long count(String picture, String piece) {
        return picture.split(Pattern.quote(piece), -1).length - 1;
    }
}
