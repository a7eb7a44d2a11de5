package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two findings of the same answers: what subtracting one from the other would tell. */
@HubTest
class SubtractionTest {
    private static final double[] TOWN = {44.8, 20.4};
    private static final double[] FAR = {43.3, 21.9};

    @Autowired
    Desk desk;

    UUID thing;
    Visitor reviewer;

    @BeforeEach
    void gather() {
        UUID organisation = desk.organisation("Wells for All");
        thing = desk.data.people(organisation, "Wells of Wadi Nour");
        reviewer = desk.reviewer(organisation);
    }

    @Test
    void aNewcomersAnswerIsNotTheDifferenceOfTwoFindings() {
        report(22, TOWN, "03");
        Desk.publish(reviewer, thing, Desk.form("title", "Of twenty-two"));
        report(1, TOWN, "03");
        assertRefused(Desk.form("title", "Of twenty-three"), "Of twenty-two");
        report(11, TOWN, "03");
        assertThat(told(Desk.publish(reviewer, thing, Desk.form("title", "Of thirty-four"))))
                .hasSize(1);
    }

    @Test
    void aLateReportCostsItsPlaceUntilManyHaveFollowed() {
        report(30, TOWN, "03");
        report(12, FAR, "03");
        Map<String, String> byTown = Desk.form("areas", "h3-5");
        assertThat(told(Desk.publish(reviewer, thing, byTown))).hasSize(3);
        report(1, TOWN, "03");
        assertThat(told(Desk.publish(reviewer, thing, byTown))).containsExactly(cell(FAR, 5));
        report(15, TOWN, "03");
        report(15, FAR, "03");
        assertThat(told(Desk.publish(reviewer, thing, byTown))).hasSize(3);
    }

    @Test
    void withdrawingTheFirstTakesNothingFromWhoeverKeptIt() {
        report(22, TOWN, "03");
        String first = Desk.publish(reviewer, thing, Desk.form("title", "Of twenty-two"));
        reviewer.post(first + "/withdraw", Map.of("reason", "One report came late"));
        report(1, TOWN, "03");
        assertRefused(Desk.form("title", "Of twenty-three"), "Of twenty-two");
    }

    @Test
    void anotherStatisticOfTheSameAnswersCanBeSubtractedToo() {
        report(22, TOWN, "03");
        Desk.publish(reviewer, thing, Desk.form("statistic", "share", "limit", "25", "title", "Above the limit"));
        report(1, TOWN, "03");
        assertRefused(Desk.form("statistic", "share", "limit", "20", "title", "Above another"), "Above the limit");
    }

    @Test
    void theSameAnswersMayBeToldAgainAndOtherQuestionsAsked() {
        report(30, TOWN, "03");
        report(3, FAR, "03");
        report(40, new double[] {45.25, 19.85}, "03");
        List<Spot> mean = told(Desk.publish(reviewer, thing, Desk.form("areas", "h3-5")));
        assertThat(mean).hasSize(2);
        assertThat(told(Desk.publish(reviewer, thing, Desk.form("areas", "h3-5", "statistic", "median"))))
                .isEqualTo(mean);
        report(1, TOWN, "03");
        assertThat(told(Desk.publish(reviewer, thing, WellRows.dirtyByCell())))
                .as("another question")
                .isEqualTo(mean);
    }

    @Test
    void oneMonthAfterTheOtherHasNothingToSubtract() {
        report(20, TOWN, "03");
        Desk.publish(reviewer, thing, Desk.form("first", "2026-03-01", "last", "2026-03-31"));
        report(15, TOWN, "04");
        assertThat(told(Desk.publish(reviewer, thing, Desk.form("first", "2026-04-01", "last", "2026-04-30"))))
                .hasSize(1);
    }

    @Test
    void theWholeThenItsMonthsAreOneTable() {
        report(20, TOWN, "03");
        report(4, TOWN, "04");
        report(30, TOWN, "05");
        Desk.publish(reviewer, thing, Desk.form());
        String months = Desk.publish(reviewer, thing, Desk.form("times", "month"));
        assertThat(told(months)).hasSize(2).contains(new Spot(Where.EVERYWHERE, ""));
        assertThat(told(Desk.publish(reviewer, thing, Desk.form("statistic", "median"))))
                .as("the whole after its months")
                .hasSize(1);
    }

    @Test
    void aCoarserTableDoesNotTellWhatTheFinerProtects() {
        double[] near = besideTown();
        report(3, TOWN, "03");
        report(40, near, "03");
        report(22, FAR, "03");
        List<Spot> fine = told(Desk.publish(reviewer, thing, Desk.form("areas", "h3-5", "title", "By town")));
        assertThat(fine).contains(cell(near, 5), new Spot(Where.EVERYWHERE, "")).hasSize(2);
        String draft = Desk.draft(reviewer, thing, Desk.form("areas", "h3-4"));
        assertThat(reviewer.get(draft).body()).contains("«By town» was made of the same answers");
        assertThat(told(Desk.publish(reviewer, draft)))
                .as("only what the finer one told: the region of 43 less the 40 would be three people")
                .containsExactly(new Spot(Where.EVERYWHERE, ""));
    }

    @Test
    void placesAndPeriodsThatCrossInLargeGroupsMayBothBeTold() {
        for (String month : List.of("03", "04")) {
            report(15, TOWN, month);
            report(15, FAR, month);
        }
        Desk.publish(reviewer, thing, Desk.form("times", "month"));
        assertThat(told(Desk.publish(reviewer, thing, Desk.form("areas", "h3-5"))))
                .as("every town has fifteen in every month")
                .hasSize(3);
    }

    @Test
    void placesAndPeriodsThatCrossInSmallGroupsMayNot() {
        report(15, TOWN, "03");
        report(15, FAR, "04");
        report(2, TOWN, "04");
        Desk.publish(reviewer, thing, Desk.form("times", "month", "title", "By month"));
        String draft = Desk.draft(reviewer, thing, Desk.form("areas", "h3-5"));
        assertThat(reviewer.get(draft).body()).contains("«By month» was made of the same answers");
        assertThat(told(Desk.publish(reviewer, draft))).containsExactly(new Spot(Where.EVERYWHERE, ""));
    }

    @Test
    void answersOfNobodyKnownMayAllBeOnePersons() {
        report(15, TOWN, "03");
        for (int i = 0; i < 40; i++) row(TOWN, "03", i, "");
        report(60, FAR, "03");
        report(40, TOWN, "04");
        report(15, FAR, "04");
        Desk.publish(reviewer, thing, Desk.form("times", "month", "title", "By month"));
        String draft = Desk.draft(reviewer, thing, Desk.form("areas", "h3-5"));
        assertThat(reviewer.get(draft).body())
                .as("of the town's fifty-five in March forty may be one person's")
                .contains("«By month» was made of the same answers");
    }

    private void assertRefused(Map<String, String> form, String earlier) {
        String draft = Desk.draft(reviewer, thing, form);
        assertThat(reviewer.get(draft).body())
                .contains("Nothing may be told, not even the total", "«" + earlier + "» was made of the same answers")
                .doesNotContain("name=\"seen\"");
        assertThat(reviewer.post(draft + "/publish", Map.of("seen", "0".repeat(64)))
                        .statusCode())
                .isEqualTo(409);
    }

    private void report(int people, double[] place, String month) {
        int before = desk.data.get(thing).rows().size();
        for (int i = 0; i < people; i++) row(place, month, i, "contributor-" + (before + i));
    }

    private void row(double[] place, String month, int i, String contributor) {
        desk.data
                .get(thing)
                .row(
                        "2026-%s-%02dT09:00:00Z".formatted(month, 1 + i % 28),
                        contributor,
                        "",
                        place[0],
                        place[1],
                        "2" + i % 10,
                        i % 3 == 0 ? "clean" : "dirty");
    }

    private List<Spot> told(String finding) {
        return Canonical.read(Desk.document(desk.visitor(), finding, 1).getBytes(), Document.class).cells().stream()
                .filter(Document.Cell::isPublished)
                .map(Document.Cell::spot)
                .toList();
    }

    private static Spot cell(double[] place, int resolution) {
        return new Spot(new Where(Hexes.at(place[0], place[1], resolution), ""), "");
    }

    /** Another cell of some 250 km² in the same cell of 1,800 km² as the town. */
    private static double[] besideTown() {
        for (int i = -40; i <= 40; i++) {
            double[] place = {TOWN[0] + i * 0.02, TOWN[1]};
            if (cell(place, 4).equals(cell(TOWN, 4)) && !cell(place, 5).equals(cell(TOWN, 5))) return place;
        }
        throw new AssertionError("Every cell has seven children");
    }
}
