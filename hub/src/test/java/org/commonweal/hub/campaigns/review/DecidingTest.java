package org.commonweal.hub.campaigns.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.Axe;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Person;
import org.commonweal.hub.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;

/** A reviewer decides on one answer or many, with words where they are needed, and takes it back. */
@HubTest
class DecidingTest {
    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    private Reviewing wells;
    private Visitor reviewer;

    @BeforeEach
    void begin() {
        wells = Reviewing.open(port, beans);
        reviewer = wells.reviewer();
    }

    @Test
    void asksForTheWordsBesideTheFieldOnThePageOfTheOne() {
        wells.send("<owner>Amal</owner>");
        String id = wells.rows(reviewer, "").getFirst();
        for (String verb : List.of("reject", "ask")) {
            HttpResponse<String> answer =
                    reviewer.post(wells.path(), Map.of("verb", verb, "note", " ", "id", id, "view", "one"));
            assertThat(answer.statusCode()).as(verb).isEqualTo(422);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("h1").text()).as(verb).startsWith("Submission of");
            assertThat(page.select("label[for=note] .optional")).isEmpty();
            assertThat(page.select("#note-fault").text()).as(verb).contains(verb.equals("ask") ? "ask" : "reject");
            assertThat(page.select("textarea[autofocus][aria-describedby~=note-fault]"))
                    .as(verb)
                    .hasSize(1);
            assertThat(page.select("fieldset.decide button:not(.quiet):not(.harm-quiet)")
                            .eachAttr("value"))
                    .containsExactly(verb);
        }
        HttpResponse<String> tooLong = decide("reject", "x".repeat(2_001), id);
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(tooLong.body()).select("textarea").text()).hasSize(2_001);
        assertThat(decide("burn", "why not", id).statusCode()).isEqualTo(400);
        assertThat(state(id)).isEqualTo("received");
        assertThat(decide("reject", ("x".repeat(99) + "\r\n").repeat(20), id).statusCode())
                .as("2,000 characters as browsers count")
                .isEqualTo(303);
        assertThat(state(id)).isEqualTo("rejected");
    }

    @Test
    void keepsOnTheTableWhatWasChosenUntilTheWordsAreThere() {
        wells.send("<owner>Amal</owner><state>dry</state>");
        wells.send("<owner>Bojan</owner><state>dry</state>");
        wells.send("<owner>Chloe</owner><state>full</state>");
        String bojan = wells.rows(reviewer, "f.owner=Bojan").getFirst();
        HttpResponse<String> answer = reviewer.post(
                wells.path() + "?f.state=dry",
                Map.of("verb", "ask", "id", bojan, "all", "on", "newest", "ffffffff-ffff-ffff-ffff-ffffffffffff"));
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("td input[name=id]")).as("of the view").hasSize(2);
        assertThat(page.select("td input[name=id][checked]").eachAttr("value")).containsExactly(bojan);
        assertThat(page.select("input[name=all][checked]")).hasSize(1);
        assertThat(page.select("form.review-table").attr("action")).endsWith("?f.state=dry");
        assertThat(page.select("textarea[autofocus][aria-invalid]")).hasSize(1);
        assertThat(state(bojan)).isEqualTo("received");
    }

    @Test
    void keepsAChosenRowThatWhatCameMeanwhileMovedAway() {
        wells.send("<owner>Amal</owner>");
        String amal = wells.rows(reviewer, "").getFirst();
        for (int i = 0; i < 50; i++) wells.send("<owner>Came later</owner>");
        assertThat(wells.rows(reviewer, "")).hasSize(50).doesNotContain(amal);
        assertThat(Jsoup.parse(decide("reject", "", amal).body())
                        .select("td input[name=id][checked]")
                        .eachAttr("value"))
                .containsExactly(amal);
    }

    @Test
    void setsTheFocusWhereTheWordsAreMissing() {
        wells.send("<owner>Amal</owner>");
        try (Person person = Person.atADesk()) {
            person.open(reviewer.base() + wells.invite());
            person.press("Accept");
            person.open(reviewer.base() + wells.path());
            person.tick("Choose the submission of");
            person.press("Reject");
            person.sees("Write why you reject");
            assertThat(person.page().evaluate("document.activeElement.id")).isEqualTo("note");
            assertThat(person.page().locator("td input[name=id]").isChecked()).isTrue();
            assertThat(Axe.seriousIn(person.page())).isEmpty();
            person.write("Words to the contributor", "No well is there.");
            person.press("Reject");
            person.sees("One submission is rejected");
        }
    }

    @Test
    void notesNothingWhereNothingWasDecided() {
        wells.send("<owner>Amal</owner>");
        reviewer.post(wells.path(), Map.of("verb", "approve"));
        assertThat(noted()).isZero();
        decide("approve", "", wells.rows(reviewer, "").getFirst());
        assertThat(noted()).isEqualTo(1);
    }

    private long noted() {
        return jdbc.sql("select count(*) from frame.audit where thing = :campaign and action like 'submission.%'")
                .param("campaign", wells.campaign.ref().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void undoesWhatWasDecidedOnMany() {
        for (int i = 0; i < 3; i++) wells.send("<owner>Amal</owner>");
        List<String> ids = wells.rows(reviewer, "");
        decide("reject", "No well is there.", ids.getFirst());
        String after = location(decide("approve", "Seen again.", String.join(",", ids)));
        decide("ask", "How deep?", ids.getLast());
        assertThat(reviewer.get(after).body()).contains("3 submissions are approved", wells.path() + "/undo");
        Map<String, String> at = Map.of("at", UriUtils.decode(after.replaceAll(".*[?&]at=([^&]*).*", "$1"), UTF_8));

        Visitor other = wells.otherReviewer();
        other.get("/about");
        assertThat(other.post(wells.path() + "/undo", at).statusCode()).isEqualTo(403);
        Visitor colleague = wells.reviewer();
        colleague.get("/about");
        assertThat(location(colleague.post(wells.path() + "/undo", at)))
                .as("not theirs")
                .contains("done=0");
        assertThat(reviewer.get(location(reviewer.post(wells.path() + "/undo", at)))
                        .body())
                .contains("2 decisions are undone");
        assertThat(state(ids.getFirst())).as("as before").isEqualTo("rejected");
        assertThat(state(ids.get(1))).isEqualTo("received");
        assertThat(state(ids.getLast())).as("decided since").isEqualTo("asked");
        assertThat(location(reviewer.post(wells.path() + "/undo", at)))
                .as("once")
                .contains("done=0");
    }

    /** Which is no decision, so that what was decided before it stands again. */
    @Test
    void tellsOfAFileThatTookAnothersPlace() {
        String link = wells.send("<owner>Amal</owner>");
        String id = wells.rows(reviewer, "").getFirst();
        decide("ask", "The picture is cut off.", id);
        jdbc.sql("insert into campaigns.step (submission_id, actor, verb, note)"
                        + " values (:id::uuid, 'contributor', 'file-exchanged', 'well.jpg')")
                .param("id", id)
                .update();
        String after = location(decide("approve", "", id));
        for (String page : List.of(
                reviewer.get(wells.path() + "/" + id).body(),
                new Visitor(port).get(link).body()))
            assertThat(page).contains("took the place of the first", "well.jpg");
        reviewer.get(after);
        Map<String, String> at = Map.of("at", UriUtils.decode(after.replaceAll(".*[?&]at=([^&]*).*", "$1"), UTF_8));
        reviewer.post(wells.path() + "/undo", at);
        assertThat(state(id)).isEqualTo("asked");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void decidesAgainAndLetsItWaitAgain() {
        wells.send("<owner>Amal</owner>");
        String id = wells.rows(reviewer, "").getFirst();
        decide("approve", "", id);
        decide("approve", "", id);
        decide("reject", "It was counted twice.", id);
        decide("reopen", "", id);
        assertThat(state(id)).isEqualTo("received");
        assertThat(history(id)).containsExactly("approved ", "rejected It was counted twice.", "reopened ");
        assertThat(reviewer.get(wells.path() + "/" + id).body())
                .contains("It was counted twice.", "Opened again", "Approve");
    }

    @Test
    void approvesAllThatWaitInAViewAndTellsHowMany() {
        for (int i = 0; i < 3; i++) wells.send("<owner>Amal</owner><state>dry</state>");
        wells.send("<owner>Amal</owner><state>full</state>");
        String decided = wells.rows(reviewer, "f.state=dry").getFirst();
        decide("reject", "No.", decided);
        assertThat(reviewer.get(wells.path() + "?f.state=dry").body()).contains("All 2 that wait in this view");
        HttpResponse<String> answer = reviewer.post(
                wells.path() + "?f.state=dry",
                Map.of("verb", "approve", "all", "on", "newest", "ffffffff-ffff-ffff-ffff-ffffffffffff"));
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).contains("/review?f.state=dry&did=approved&done=2&");
        assertThat(reviewer.get(back.replaceFirst("^https?://[^/]+", "")).body())
                .contains("2 submissions are approved");
        assertThat(jdbc.sql("select string_agg(state, ' ' order by state) from campaigns.submission"
                                + " where campaign_id = :campaign")
                        .param("campaign", wells.campaign.id())
                        .query(String.class)
                        .single())
                .isEqualTo("approved approved received rejected");
    }

    @Test
    void approvesAllThatTheReviewerWasTold() {
        wells.send("<owner>Amal</owner>");
        wells.send("<owner>Bojan</owner>");
        String asked = wells.rows(reviewer, "f.owner=Amal").getFirst();
        decide("ask", "How deep is it?", asked);
        String page = reviewer.get(wells.path()).body();
        assertThat(page).contains("All 1 that waits in this view");
        String newest = page.replaceAll("(?s).*name=\"newest\" value=\"([^\"]+)\".*", "$1");
        wells.send("<owner>Came later</owner>");
        reviewer.post(wells.path(), Map.of("verb", "approve", "all", "on", "newest", newest));
        assertThat(state(wells.rows(reviewer, "f.owner=Bojan").getFirst())).isEqualTo("approved");
        assertThat(state(wells.rows(reviewer, "f.owner=Came").getFirst())).isEqualTo("received");
        assertThat(state(asked)).isEqualTo("asked");
        assertThat(reviewer.post(wells.path(), Map.of("verb", "approve", "all", "on"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void approvesWhatCarriesNoConsentOnlyWithWordsOnHowPeopleAgreed() {
        wells.send("<owner>Amal</owner>");
        wells.post(wells.instance("uuid:" + UUID.randomUUID(), "", "<owner>Bojan</owner>"), Map.of());
        String without = wells.rows(reviewer, "f.owner=Bojan").getFirst();
        assertThat(reviewer.get(wells.path() + "/" + without).body()).contains("No consent came with this");
        HttpResponse<String> all = reviewer.post(
                wells.path(), Map.of("verb", "approve", "all", "on", "newest", "ffffffff-ffff-ffff-ffff-ffffffffffff"));
        assertThat(all.headers().firstValue("Location").orElseThrow()).contains("?did=approved&done=1&left=1&");
        assertThat(state(without)).isEqualTo("received");
        decide("approve", "Signed on paper, sheet 7.", without);
        assertThat(state(without)).isEqualTo("approved");
    }

    /** The table was open while somebody else approved all: a colleague's decision is not overturned unawares. */
    @Test
    void leavesWhatSomebodyElseDecidedSinceThePageWasMade() {
        for (String owner : List.of("Amal", "Bojan", "Ceca")) wells.send("<owner>" + owner + "</owner>");
        String amal = wells.rows(reviewer, "f.owner=Amal").getFirst();
        String bojan = wells.rows(reviewer, "f.owner=Bojan").getFirst();
        String view = wells.path() + "?state=received";
        String seen = shown(reviewer.get(view), amal);
        decide("approve", "", amal);

        HttpResponse<String> answer =
                reviewer.post(view, Map.of("verb", "reject", "note", "Counted <twice>.", "id", amal, "shown", seen));
        assertThat(answer.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".notice-title").text()).isEqualTo("One was decided or changed meanwhile");
        assertThat(page.select(".notice li").text()).endsWith("· Approved");
        assertThat(page.select(".notice a").attr("href")).endsWith(amal);
        assertThat(page.select("textarea[name=note]").text()).isEqualTo("Counted <twice>.");
        assertThat(page.select("input[name=id][checked]").eachAttr("value")).containsExactly(amal);
        assertThat(history(amal)).containsExactly("approved ");

        reviewer.post(view, Map.of("verb", "reject", "note", "Twice.", "id", amal, "shown", shown(answer, amal)));
        assertThat(history(amal)).as("with open eyes").containsExactly("approved ", "rejected Twice.");

        Map<String, String> one =
                Map.of("verb", "reject", "note", "No.", "id", bojan, "view", "one", "shown", bojan + ":received");
        decide("ask", "How deep is it?", bojan);
        HttpResponse<String> ofOne = reviewer.post(wells.path(), one);
        assertThat(ofOne.statusCode()).isEqualTo(409);
        assertThat(ofOne.body()).contains("Submission of", "One was decided or changed meanwhile", "Asked back");
        assertThat(shown(ofOne, bojan)).isEqualTo(bojan + ":asked");
        assertThat(state(bojan)).isEqualTo("asked");
    }

    /** Of several chosen those are decided that stand as they were shown. */
    @Test
    void decidesOnTheRestOfWhatWasChosen() {
        for (String owner : List.of("Amal", "Bojan")) wells.send("<owner>" + owner + "</owner>");
        List<String> ids = wells.rows(reviewer, "");
        decide("approve", "", ids.getFirst());
        String chosen = String.join(",", ids);
        String seen = ids.getFirst() + ":received," + ids.getLast() + ":received";
        HttpResponse<String> answer =
                reviewer.post(wells.path(), Map.of("verb", "reject", "note", "No.", "id", chosen, "shown", seen));
        assertThat(answer.body()).contains("One submission is rejected", "One was decided or changed meanwhile");
        assertThat(ids.stream().map(this::state)).containsExactly("approved", "rejected");
        // What stands already as it should, with nothing to be told, is no quarrel.
        assertThat(reviewer.post(
                                wells.path(),
                                Map.of("verb", "approve", "id", ids.getFirst(), "shown", ids.getFirst() + ":received"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static String shown(HttpResponse<String> page, String id) {
        return Jsoup.parse(page.body())
                .select("input[name=shown][value^=" + id + "]")
                .attr("value");
    }

    private HttpResponse<String> decide(String verb, String note, String id) {
        return reviewer.post(wells.path(), Map.of("verb", verb, "note", note, "id", id));
    }

    private String state(String id) {
        return jdbc.sql("select state from campaigns.submission where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private List<String> history(String id) {
        return jdbc.sql("select verb || ' ' || note from campaigns.step where submission_id = :id::uuid order by id")
                .param("id", id)
                .query(String.class)
                .list();
    }
}
