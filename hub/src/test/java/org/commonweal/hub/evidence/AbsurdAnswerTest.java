package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One number that nothing measures, among ordinary ones. */
@HubTest
class AbsurdAnswerTest {
    @Autowired
    Desk desk;

    @Test
    void isNamedToTheReviewerAndLeftOut() {
        UUID organisation = desk.organisation("Air & Water");
        UUID thing = desk.data.people(organisation, "Our street");
        Visitor reviewer = desk.reviewer(organisation);
        for (int i = 1; i <= 30; i++) row(thing, i, "2" + i % 10);
        row(thing, 31, "1e308");
        row(thing, 32, "-1e999");
        for (String statistic : new String[] {"mean", "median", "share"}) {
            String draft = Desk.draft(reviewer, thing, Desk.form("statistic", statistic, "limit", "25"));
            var preview = reviewer.get(draft);
            assertThat(preview.statusCode()).as(statistic).isEqualTo(200);
            assertThat(preview.body())
                    .contains("The answer «1e308»", "The answer «-1e999»")
                    .contains(desk.data.get(thing).rows().get(30).submission().toString());
            String finding = Desk.publish(reviewer, draft);
            Document.Cell total = Canonical.read(
                            Desk.document(desk.visitor(), finding, 1).getBytes(), Document.class)
                    .findTotal()
                    .orElseThrow();
            assertThat(total.n()).isEqualTo(30);
            assertThat(total.value()).isBetween(0.0, 29.0);
        }
        String count = Desk.draft(reviewer, thing, Desk.form("statistic", "count"));
        assertThat(reviewer.get(count).body()).as("an answer is an answer").doesNotContain("out of any measure");
    }

    @Test
    void whatTheFormDoesNotTakeIsNamedAndInNoDenominator() {
        UUID organisation = desk.organisation("Air & Water");
        UUID thing = desk.data.people(organisation, "Our wells");
        Visitor reviewer = desk.reviewer(organisation);
        for (int i = 1; i <= 40; i++) row(thing, i, "20", i % 2 == 0 ? "dirty" : "clean");
        for (int i = 41; i <= 50; i++) row(thing, i, "yesterday", "purple");
        for (String statistic : new String[] {"share", "mean", "count"}) {
            boolean share = !statistic.equals("mean");
            String draft = Desk.draft(
                    reviewer,
                    thing,
                    Desk.form("statistic", statistic, "variable", share ? "water" : "pm25", "option", "water=dirty"));
            assertThat(reviewer.get(draft).body())
                    .contains("does not take the answer «" + (share ? "purple" : "yesterday") + "»")
                    .contains(desk.data.get(thing).rows().get(45).submission().toString());
            String finding = Desk.publish(reviewer, draft);
            Document document =
                    Canonical.read(Desk.document(desk.visitor(), finding, 1).getBytes(), Document.class);
            Document.Cell total = document.findTotal().orElseThrow();
            assertThat(total.n()).isEqualTo(40);
            assertThat(total.value())
                    .isEqualTo(Map.of("share", 0.5, "mean", 20.0, "count", 40.0).get(statistic));
            assertThat(document.removed().rowsNotOffered()).isEqualTo(10);
            assertThat(document.removed().rowsWithoutAnswer())
                    .as("fewer than five are not told from none")
                    .isNull();
            assertThat(document.removed().roundedTo()).isEqualTo(5);
            assertThat(desk.visitor().get(finding + "?lang=en").body())
                    .contains("10 answers that the form does not take.")
                    .contains("For each other reason, fewer than 5 answers")
                    .doesNotContain("None of the approved answers was left out");
        }
    }

    /** 400 days where the form asks for 31 at most: a number like any other, but for the form's own word. */
    @Test
    void whatIsOutOfTheFormsBoundsIsNamedAndInNoFigure() {
        UUID organisation = desk.organisation("Air & Water");
        UUID thing = desk.data.people(organisation, "Our days");
        Visitor reviewer = desk.reviewer(organisation);
        for (int i = 1; i <= 30; i++) row(thing, i, "20");
        for (int i = 31; i <= 40; i++) row(thing, i, "400");
        desk.data.get(thing).refuse("pm25", "400");
        String draft = Desk.draft(reviewer, thing, Desk.form("statistic", "mean"));
        assertThat(reviewer.get(draft).body())
                .contains("does not take the answer «400»")
                .doesNotContain("out of any measure");
        String finding = Desk.publish(reviewer, draft);
        Document document =
                Canonical.read(Desk.document(desk.visitor(), finding, 1).getBytes(), Document.class);
        assertThat(document.findTotal().orElseThrow().value()).isEqualTo(20);
        assertThat(document.removed().rowsNotOffered()).isEqualTo(10);
    }

    private void row(UUID thing, int number, String... answer) {
        desk.data
                .get(thing)
                .row("2026-03-%02dT09:00:00Z".formatted(1 + number % 28), "c-" + number, "", 44.8, 20.4, answer);
    }
}
