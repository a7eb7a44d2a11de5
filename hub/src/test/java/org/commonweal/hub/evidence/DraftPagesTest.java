package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may prepare and publish, and what is told when something is wrong. */
@HubTest
class DraftPagesTest {
    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    UUID thing;
    Visitor reviewer;

    @BeforeEach
    void open() {
        thing = desk.data.things(desk.organisation("Air for All"), "PM2.5 on our street");
        for (int i = 0; i < 12; i++)
            desk.data.get(thing).row("2026-03-%02dT09:00:00Z".formatted(i + 1), "a", "Sensor 1", 44.8, 20.4, "2" + i);
        reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
    }

    @Test
    void nobodyElseComesIn() {
        String begin = "/findings/new?from=" + Synthetic.KIND + ":" + thing;
        String draft = Desk.draft(reviewer, thing, Desk.form());
        String published = Desk.publish(reviewer, thing, Desk.form());
        Visitor ofOthers = desk.anotherReviewer(desk.organisation("Another"));
        for (Visitor stranger : List.of(desk.visitor(), ofOthers)) {
            for (String page : List.of(
                    begin,
                    draft,
                    draft + "/edit",
                    published + "/correct",
                    published + "/audit.json",
                    published + "/v/1/audit.json"))
                assertThat(stranger.get(page).statusCode()).as(page).isEqualTo(403);
            for (String action : List.of(
                    begin,
                    draft + "/edit",
                    draft + "/publish",
                    draft + "/delete",
                    published + "/correct",
                    published + "/withdraw"))
                assertThat(stranger.post(action, Map.of("seen", "", "reason", "x"))
                                .statusCode())
                        .as(action)
                        .isEqualTo(403);
            assertThat(stranger.get(published).body()).doesNotContain("/withdraw");
        }
        assertThat(reviewer.get(published).body()).contains("/withdraw");
    }

    @Test
    void anOrganisationThatNobodyHasLookedAtPublishesNothing() {
        String draft = Desk.draft(reviewer, thing, Desk.form());
        String seen = Desk.seen(reviewer.get(draft));
        UUID organisation = desk.data.find(thing).orElseThrow().organisation();
        accept(organisation, "null");
        var refused = reviewer.post(draft + "/publish", Map.of("seen", seen));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("look at each new organisation");
        accept(organisation, "now()");
        assertThat(Desk.path(reviewer.post(draft + "/publish", Map.of("seen", seen))))
                .startsWith("/findings/");
    }

    private void accept(UUID organisation, String when) {
        jdbc.sql("update directory.organisation set accepted_at = " + when + " where id = :id")
                .param("id", organisation)
                .update();
    }

    /** More would not fit into the memory, and end the hub for everybody. */
    @Test
    void threeAreWorkedOutAtOnceAndTheRestWait() throws Exception {
        String draft = Desk.draft(reviewer, thing, Desk.form());
        AtomicInteger reading = new AtomicInteger();
        CompletableFuture<Void> open = new CompletableFuture<>();
        Queue<Integer> seen = new ConcurrentLinkedQueue<>();
        desk.data.get(thing).whileReading(() -> {
            seen.add(reading.incrementAndGet());
            open.join();
            reading.decrementAndGet();
        });
        try (ExecutorService reviewers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 6)
                    .mapToObj(n -> reviewers.submit(() -> reviewer.get(draft).statusCode()))
                    .toList();
            await().until(() -> seen.size() == 3);
            open.complete(null);
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(200);
        }
        assertThat(seen).hasSize(6).allSatisfy(atOnce -> assertThat(atOnce).isLessThanOrEqualTo(3));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        UUID none = UUID.randomUUID();
        for (String page : List.of(
                "/findings/drafts/" + none,
                "/findings/new?from=synthetic:" + none,
                "/findings/new?from=nonsense",
                "/findings/nothing-00000000",
                "/api/v1/findings/" + none))
            assertThat(reviewer.get(page).statusCode()).as(page).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            variable=            | Answered forms can only be counted
            variable=unknown     | Choose a question of this campaign
            statistic=           | Choose a statistic
            variable=water       | A mean or median needs numbers; «How is the water of the well?» has none
            statistic=share      | A share of numbers needs a limit
            title=               | A statement has 1 to 300 characters, this has 0
            limitations=         | The limits have 1 to 4,000 characters, these have 0
            areas=h3-9           | Choose one of the places
            times=fortnight      | Choose one of the periods
            first=yesterday      | A day is written like 2026-11-21, this was «yesterday»
            language=xx          | Choose one of the languages
            """)
    void everyFaultIsTold(String change, String message) {
        String[] field = (change + " ").split("=", 2);
        var answer = reviewer.post("/findings/new?from=synthetic:" + thing, Desk.form(field[0], field[1].strip()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(message);
    }

    /** Without scripts: the browser opens a fold that says so, and fields in a closed one are sent like all others. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing typed    | closed
            title=           | closed
            statistic=share  | open
            first=yesterday  | open
            first=2026-03-02 | open
            language=xx      | open
            """)
    void whatIsRarelyAskedForIsFolded(String typed, String expected) {
        String[] field = (typed + " ").split("=", 2);
        String form = "/findings/new?from=synthetic:" + thing;
        String body = field.length == 1
                ? reviewer.get(form).body()
                // Without a title it is shown again, whatever else is right.
                : reviewer.post(form, Desk.form("title", "", field[0], field[1].strip()))
                        .body();
        int fold = body.indexOf("<details class=\"fold\"", body.indexOf("name=\"limitations\""));
        assertThat(body.substring(fold, body.indexOf('>', fold)))
                .isEqualTo("<details class=\"fold\"" + (expected.equals("open") ? " open" : ""));
        assertThat(body.substring(0, fold))
                .contains(
                        "name=\"variable\"", "name=\"statistic\"", "name=\"areas\"", "name=\"times\"", "name=\"title\"")
                .doesNotContain("name=\"option\"", "name=\"limit\"", "name=\"first\"", "name=\"language\"");
        assertThat(body.substring(fold))
                .contains("name=\"option\"", "name=\"limit\"", "name=\"first\"", "name=\"language\"");
    }

    /** What a new form begins with is already a finding, once its words are written. */
    @Test
    void aNewFormHasSensibleDefaults() {
        String body = reviewer.get("/findings/new?from=synthetic:" + thing).body();
        assertThat(body).containsPattern("name=\"statistic\" value=\"count\" checked");
        String draft = Desk.path(reviewer.post(
                "/findings/new?from=synthetic:" + thing,
                Map.of(
                        "variable",
                        "",
                        "statistic",
                        "count",
                        "areas",
                        "whole",
                        "times",
                        "none",
                        "language",
                        "en",
                        "title",
                        "Twelve readings came in",
                        "limitations",
                        "Only our street.")));
        assertThat(reviewer.get(draft).body()).contains("Number of answered forms");
    }

    @Test
    void thingsAreNotToldOneByOneWherePeopleAreProtected() {
        UUID people = desk.data.people(desk.data.find(thing).orElseThrow().organisation(), "Wells of Wadi Nour");
        var answer = reviewer.post("/findings/new?from=synthetic:" + people, Desk.form("areas", "subject"));
        assertThat(answer.body()).contains("This campaign protects people");
    }

    /** The organisation went after the reviewer's right was asked for: what they begin would be nobody's. */
    @Test
    void nothingIsBegunForAnOrganisationThatIsGone() {
        UUID organisation = desk.organisation("Soon gone");
        UUID gone = desk.data.things(organisation, "Of nobody");
        desk.reviewer(organisation);
        jdbc.sql("delete from directory.organisation where id = :id")
                .param("id", organisation)
                .update();
        assertThat(reviewer.post("/findings/new?from=synthetic:" + gone, Desk.form())
                        .statusCode())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from evidence.draft where organisation_id = :id")
                        .param("id", organisation)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutDataItSaysWhatToDo() {
        UUID empty = desk.data.things(desk.data.find(thing).orElseThrow().organisation(), "Nothing yet");
        String draft = Desk.draft(reviewer, empty, Desk.form());
        assertThat(reviewer.get(draft).body())
                .contains("No approved answer has a value, a place and a period")
                .doesNotContain("name=\"seen\"");
        assertThat(reviewer.post(draft + "/publish", Map.of("seen", "")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void moreThanTheMemoryHoldsIsRefusedBeforeItIsRead() {
        String draft = Desk.draft(reviewer, thing, Desk.form());
        String published = Desk.publish(reviewer, thing, Desk.form());
        desk.data.get(thing).tooMany(Runtime.getRuntime().maxMemory() / 1_000);
        for (String page : List.of(draft, published + "/audit.json")) {
            var refused = reviewer.get(page);
            assertThat(refused.statusCode()).as(page).isEqualTo(409);
        }
        assertThat(reviewer.get(draft).body()).contains("approved answers", "begin a new one");
    }

    @Test
    void tooFewPeopleAreNeverTold() {
        UUID few = desk.data.people(desk.data.find(thing).orElseThrow().organisation(), "Nine people");
        for (int i = 0; i < 9; i++) desk.data.get(few).row("2026-03-01T09:00:00Z", "p" + i, "", 44.8, 20.4, "2" + i);
        String draft = Desk.draft(reviewer, few, Desk.form());
        assertThat(reviewer.get(draft).body()).contains("Nothing may be told, not even the total");
    }

    /** What is told stands under what is told. */
    @Test
    void underWhatIsLostStandsOnlyWhatIsLost() {
        UUID people = desk.data.people(desk.data.find(thing).orElseThrow().organisation(), "Two villages");
        for (int i = 0; i < 12; i++)
            desk.data.get(people).row("2026-03-01T09:00:00Z", "p" + i, "", 44.8, 20.4, "2" + i);
        String kept = reviewer.get(Desk.draft(reviewer, people, Desk.form())).body();
        assertThat(kept.substring(kept.indexOf("What will be lost"), kept.indexOf("What will be told")))
                .contains("No answer is lost.")
                .doesNotContain("Approved answers", "Contributors", "Without");
        assertThat(kept.substring(kept.indexOf("What will be told"))).contains("Approved answers", "Contributors");

        desk.data.get(people).row("2026-03-01T09:00:00Z", "q", "", 44.8, 20.4, "");
        String lost = reviewer.get(Desk.draft(reviewer, people, Desk.form())).body();
        assertThat(lost.substring(lost.indexOf("What will be lost"), lost.indexOf("What will be told")))
                .contains("Without an answer to this question", "Contributors whom no figure stands for")
                .doesNotContain("No answer is lost", "Without a place", "Approved answers");
    }

    @Test
    void wordsNeverBecomeMarkup() {
        String evil = "<script>alert('x')</script>\"'&";
        String path = Desk.publish(
                reviewer, thing, Desk.form("title", evil, "limitations", evil, "areas", "subject", "times", "month"));
        for (String page : List.of(path, path + "/v/1", "/findings", "/", "/findings.atom"))
            assertThat(desk.visitor().get(page).body()).as(page).doesNotContain("<script>alert");
        assertThat(reviewer.get(path + "/correct").body()).doesNotContain("<script>alert");
        assertThat(desk.visitor().get(path).body()).contains("&lt;script");
    }

    @Test
    void aDraftIsKeptChangedAndDeleted() {
        String draft = Desk.draft(reviewer, thing, Desk.form());
        reviewer.post(draft + "/edit", Desk.form("title", "Another sentence"));
        assertThat(reviewer.get(draft).body()).contains("Another sentence");
        reviewer.post(draft + "/delete", Map.of());
        assertThat(reviewer.get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void longerPeriodsAndLargerPlacesAreOffered() {
        String draft = Desk.draft(reviewer, thing, Desk.form("areas", "h3-5", "times", "week"));
        assertThat(reviewer.get(draft).body())
                .contains("Cells of about 12,000 km²", "Cells of about 250 km², Months", "Answers in a cell");
    }
}
