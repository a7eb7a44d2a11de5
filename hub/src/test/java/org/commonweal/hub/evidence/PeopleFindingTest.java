package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Digests;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.ThingRef;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A finding about people in three places, one of them with four contributors. */
@HubTest
class PeopleFindingTest {
    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Links links;

    @Autowired
    List<Documents> documents;

    WellRows wells;
    UUID thing;
    Visitor reviewer;

    @BeforeEach
    void gather() {
        wells = WellRows.gather(desk, new double[] {44.8, 20.4}, new double[] {45.25, 19.85}, new double[] {43.3, 21.9})
                .report(0, 30)
                .report(1, 20)
                .report(2, 4);
        thing = wells.thing();
        reviewer = wells.reviewer();
    }

    @Test
    void withholdsTheSmallCellAndOneMoreSoThatNoneCanBeComputed() throws Exception {
        String draft = Desk.draft(reviewer, thing, WellRows.dirtyByCell());
        assertThat(reviewer.get(draft).body())
                .contains("Fewer contributors than the campaign", "Another withheld cell could be computed from it");
        String path = Desk.publish(reviewer, draft);
        // Places of which nothing is told are not listed: the total stays, and one place that tells nothing of the
        // others.
        List<String> places =
                cells(path).stream().map(cell -> cell.get("place").asString()).toList();
        assertThat(places).hasSize(2).contains("").doesNotContain(wells.cellOf(2));
        String hidden = places.contains(wells.cellOf(0)) ? wells.cellOf(1) : wells.cellOf(0);
        for (String file : List.of("", "/v/1/finding.json", "/v/1/cells.csv", "/v/1/cells.geojson"))
            assertThat(desk.visitor().get(path + file).body())
                    .as(file)
                    .doesNotContain(hidden, wells.cellOf(2), "contributor-");
    }

    @Test
    void namesTheQuestionAndWhatItsCountsOfWithheldCellsMean() {
        String draft = Desk.draft(reviewer, thing, WellRows.dirtyByCell());
        assertThat(reviewer.get(draft).body())
                .containsPattern("(?s)<dt>Question</dt><dd><bdi lang=\"en\">How is the water of the well\\?")
                .doesNotContain("?:", "?. ")
                .containsPattern("[0-9]+ cells? will be withheld, totals counted too")
                .contains("without totals and without what earlier findings ask for");
    }

    /** A total counts the answers of the months that are not listed too. */
    @Test
    void itsTimeCoversAllThatItsTotalCounts() {
        UUID lamps = desk.data.people(desk.organisation("Lamps for All"), "Lamps of the quarter");
        Visitor owner = desk.reviewer(desk.data.find(lamps).orElseThrow().organisation());
        for (int person = 0; person < 60; person++) {
            String month = person < 4 ? "08" : person < 40 ? "09" : "10";
            desk.data.get(lamps).row("2026-" + month + "-15T09:00:00Z", "lamp-" + person, "", 44.8, 20.4, "2", "dirty");
        }
        Document document = Canonical.read(
                Desk.document(desk.visitor(), Desk.publish(owner, lamps, Desk.form("times", "month")), 1)
                        .getBytes(StandardCharsets.UTF_8),
                Document.class);
        assertThat(document.cells())
                .extracting(Document.Cell::period)
                .contains("")
                .doesNotContain("2026-08");
        assertThat(document.findTotal().orElseThrow().n()).isEqualTo(60);
        assertThat(document.period().first()).isEqualTo("2026-08-01");
        assertThat(document.period().last()).isEqualTo("2026-10-31");
        assertThat(document.removed().rowsGiven()).isEqualTo(60);
    }

    @Test
    void warnsWhereFewAreOnOneSideOfAShare() {
        UUID lamps = desk.data.people(desk.organisation("Lamps for All"), "Lamps of the quarter");
        Visitor owner = desk.reviewer(desk.data.find(lamps).orElseThrow().organisation());
        for (int person = 0; person < 30; person++)
            desk.data
                    .get(lamps)
                    .row(
                            "2026-09-15T09:00:00Z",
                            "lamp-" + person,
                            "",
                            44.8,
                            20.4,
                            "2",
                            person % 2 == 0 ? "dirty" : "clean");
        String warning = "fewer than 10 answers are on one side of the share";
        assertThat(owner.get(Desk.draft(owner, lamps, WellRows.dirtyByCell())).body())
                .doesNotContain(warning);
        for (int person = 30; person < 60; person++)
            desk.data
                    .get(lamps)
                    .row(
                            "2026-09-15T09:00:00Z",
                            "lamp-" + person,
                            "",
                            43.3,
                            21.9,
                            "2",
                            person < 32 ? "clean" : "dirty");
        assertThat(owner.get(Desk.draft(owner, lamps, WellRows.dirtyByCell())).body())
                .contains(warning);
    }

    @Test
    void tellsOfNoDayThatHasNotCome() throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Belgrade"));
        for (int person = 0; person < 20; person++)
            desk.data
                    .get(thing)
                    .row(today.minusDays(1) + "T09:00:00Z", "neighbour-" + person, "", 44.8, 20.4, "", "dirty");
        Map<String, String> form = new HashMap<>(WellRows.dirtyByCell());
        form.put("last", today.plusDays(40).toString());
        for (Map<String, String> one : List.of(WellRows.dirtyByCell(), form)) {
            String path = Desk.publish(reviewer, thing, one);
            JsonNode period = JsonMapper.shared()
                    .readTree(desk.visitor().get(path + "/v/1/finding.json").body())
                    .get("period");
            assertThat(period.get("last").asString()).isEqualTo(today.toString());
        }
    }

    @Test
    void isCanonicalAndHashesToWhatIsTold() throws Exception {
        String path = Desk.publish(reviewer, thing, WellRows.dirtyByCell());
        var answer = desk.visitor().get(path + "/v/1/finding.json");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8()).isEqualTo(bytes);
        String sha256 = HexFormat.of().formatHex(Digests.sha256(bytes));
        FindingPublished event = desk.told.getLast();
        assertThat(event.sha256()).isEqualTo(sha256);
        assertThat(event.type()).isEqualTo("finding");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + sha256 + "\"");
        assertThat(desk.visitor()
                        .get(path + "/v/1/finding.json", Map.of("If-None-Match", "\"" + sha256 + "\""))
                        .statusCode())
                .isEqualTo(304);
        assertThat(documents.stream().flatMap(room -> room.canonical(event.id(), 1).stream()))
                .singleElement()
                .isEqualTo(bytes);
        assertThat(answer.body()).doesNotContain("http:", "https:", "localhost");
    }

    @Test
    void isPublishedOnceHoweverOftenItIsSent() {
        String draft = Desk.draft(reviewer, thing, WellRows.dirtyByCell());
        String seen = Desk.seen(reviewer.get(draft));
        String first = Desk.path(reviewer.post(draft + "/publish", Map.of("seen", seen)));
        int told = desk.told.size();
        assertThat(Desk.path(reviewer.post(draft + "/publish", Map.of("seen", seen))))
                .isEqualTo(first);
        assertThat(desk.told).hasSize(told);
    }

    @Test
    void isNotPublishedUnseen() {
        String draft = Desk.draft(reviewer, thing, WellRows.dirtyByCell());
        String seen = Desk.seen(reviewer.get(draft));
        wells.report(0, 40);
        var answer = reviewer.post(draft + "/publish", Map.of("seen", seen));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?changed=true");
        assertThat(reviewer.get(draft + "?changed=true").body()).contains("The data have changed since you looked");
    }

    @Test
    void isNeverChangedNotEvenByTheDatabasesOwner() {
        Desk.publish(reviewer, thing, WellRows.dirtyByCell());
        for (String attempt : List.of(
                "update evidence.version set document = 'x', sha256 = sha256('x')",
                "update evidence.version set published_at = now()",
                "delete from evidence.version",
                "truncate evidence.version cascade"))
            assertThatThrownBy(() -> jdbc.sql(attempt).update())
                    .as(attempt)
                    .hasStackTraceContaining("never changed or deleted");
    }

    @Test
    void tellsItsCampaignWhatHasComeOfIt() {
        String path = Desk.publish(reviewer, thing, WellRows.dirtyByCell());
        assertThat(links.listTo(new ThingRef(Synthetic.KIND, thing)))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.verb()).isEqualTo("made-from");
                    assertThat(link.path()).isEqualTo(path);
                    assertThat(link.title()).isEqualTo("Most wells are dirty");
                });
        assertThat(desk.visitor().get(path).body()).contains("Wells of Wadi Nour", "Wells for All");
    }

    @Test
    void isShownInEveryLanguage() {
        String path = Desk.publish(reviewer, thing, WellRows.dirtyByCell());
        for (String language : List.of("en", "fr", "es", "ar"))
            assertThat(desk.visitor().get(path + "?lang=" + language).body())
                    .as(language)
                    .doesNotContain(">evidence.")
                    .contains("lang=\"" + language + "\"");
    }

    @Test
    void isGeoJson() throws Exception {
        String path = Desk.publish(reviewer, thing, WellRows.dirtyByCell());
        JsonNode all = JsonMapper.shared()
                .readTree(desk.visitor().get(path + "/v/1/cells.geojson").body());
        assertThat(all.get("type").asString()).isEqualTo("FeatureCollection");
        for (JsonNode feature : all.get("features")) {
            assertThat(feature.get("type").asString()).isEqualTo("Feature");
            if (feature.get("geometry").isNull()) continue;
            JsonNode ring = feature.get("geometry").get("coordinates").get(0);
            assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
            assertThat(area(ring)).as("against the clock").isPositive();
        }
    }

    private List<JsonNode> cells(String path) {
        return JsonMapper.shared()
                .readTree(Desk.document(desk.visitor(), path, 1))
                .get("cells")
                .valueStream()
                .toList();
    }

    private static double area(JsonNode ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++)
            twice += ring.get(i).get(0).asDouble() * ring.get(i + 1).get(1).asDouble()
                    - ring.get(i + 1).get(0).asDouble() * ring.get(i).get(1).asDouble();
        return twice;
    }
}
