package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Statements;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.ThingRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Next versions, and withdrawal. */
@HubTest
class CorrectionTest {
    @Autowired
    Desk desk;

    @Autowired
    Versions versions;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    WellRows wells;
    UUID thing;
    Visitor reviewer;
    String path;

    @BeforeEach
    void publish() {
        wells = WellRows.gather(
                        desk,
                        new double[] {44.8, 20.4},
                        new double[] {45.25, 19.85},
                        new double[] {43.3, 21.9},
                        new double[] {44.0, 20.9})
                .report(0, 40)
                .report(1, 30)
                .report(2, 25)
                .report(3, 5);
        thing = wells.thing();
        reviewer = wells.reviewer();
        path = Desk.publish(reviewer, thing, WellRows.dirtyByCell());
    }

    @Test
    void isANextVersionAndTheOldOneStays() {
        String before = Desk.document(desk.visitor(), path, 1);
        String next = correct(Map.of("title", "Six of ten wells are dirty", "reason", "The sentence was too strong"));
        assertThat(next).startsWith("/findings/six-of-ten-wells-are-dirty-");
        assertThat(Desk.document(desk.visitor(), next, 1)).isEqualTo(before);
        assertThat(Desk.document(desk.visitor(), next, 2))
                .contains("\"corrects\":{\"reason\":\"The sentence was too strong\",\"sha256\":\""
                        + versions.get(desk.told.getLast().id(), 1).sha256());
        assertThat(desk.told.getLast().version()).isEqualTo(2);
        assertThat(desk.visitor().get(next).body())
                .contains("The sentence was too strong", "Most wells are dirty", "Six of ten wells are dirty");
        assertThat(desk.visitor().get(next + "/v/1").body()).contains("A newer version has replaced this one");
        assertThat(Desk.path(desk.visitor().get(path))).as("the old address").isEqualTo(next);
    }

    @Test
    void isShownByReadingEachDocumentOnce() {
        correct(Map.of("reason", "A better sentence"));
        correct(Map.of("reason", "Late reports"));
        await().until(() -> desk.visitor().get(path).body().contains("/3\" download"));
        assertThat(desk.visitor().get(path).body()).contains("A better sentence", "Late reports");
        assertThat(documentsRead(path, Map.of())).isZero();
        assertThat(documentsRead(path + "/v/1", Map.of())).isEqualTo(1);
        assertThat(documentsRead(path + "/v/1", Map.of())).isZero();
        Map<String, String> inFrench = Map.of("Accept-Language", "fr");
        assertThat(documentsRead(path, inFrench)).as("for another language").isEqualTo(1);
        assertThat(documentsRead(path, inFrench)).isZero();
    }

    @Test
    void isNotReadForWhoHasIt() {
        String file = path + "/v/1/finding.json";
        String tag = desk.visitor().get(file).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"" + desk.told.getLast().sha256() + "\"");
        assertThat(desk.visitor().get(file, Map.of("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        assertThat(documentsRead(file, Map.of("If-None-Match", tag))).isZero();
        assertThat(documentsRead(file, Map.of())).isEqualTo(1);
    }

    /** Two correct the same version; the second would undo what the first corrected. */
    @Test
    void tellsOfAVersionThatWasPublishedMeanwhile() {
        String form = correction(path);
        assertThat(form).endsWith("/correct?from=1");
        String mine = Desk.path(reviewer.post(
                form,
                with(WellRows.dirtyByCell(), Map.of("reason", "Dry ones count", "limitations", "In two valleys"))));
        String seen = Desk.seen(reviewer.get(mine));
        assertThat(reviewer.get(mine).body()).doesNotContain("was published meanwhile");
        String next = correct(Map.of("title", "Six of ten wells are dirty", "reason", "The sentence was too strong"));

        String back = reviewer.post(mine + "/publish", Map.of("seen", seen))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(back).endsWith(mine + "?changed=true");
        assertThat(reviewer.get(mine + "?changed=true").body())
                .contains("Version 2 was published meanwhile", "Six of ten wells are dirty")
                .contains("Yours was begun from version 1", "Nothing was published")
                .doesNotContain("The data have changed");
        assertThat(desk.told.getLast().version()).isEqualTo(2);

        assertThat(Desk.publish(reviewer, mine)).as("with open eyes").isNotEqualTo(next);
        assertThat(desk.told.getLast().version()).isEqualTo(3);
    }

    /** Its form was open while another version was published. */
    @Test
    void knowsFromWhichVersionItsFormWasDrawn() {
        String form = correction(path);
        correct(Map.of("title", "Six of ten wells are dirty", "reason", "The sentence was too strong"));
        String late = Desk.path(reviewer.post(form, with(WellRows.dirtyByCell(), Map.of("reason", "Dry ones count"))));
        assertThat(reviewer.get(late).body())
                .contains("Version 2 was published meanwhile")
                .doesNotContain("Nothing was published");
    }

    /** Where the form of a correction is sent. */
    private String correction(String finding) {
        return reviewer.get(finding + "/correct")
                .body()
                .replaceAll("(?s).*action=\"(/findings/[^\"]+/correct[^\"]*)\".*", "$1");
    }

    @Test
    void needsAReason() {
        var answer = reviewer.post(path + "/correct", WellRows.dirtyByCell());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("A reason has 1 to 1,000 characters");
    }

    @Test
    void keepsPlacesAndPeriodsWherePeopleAreProtected() {
        var answer = reviewer.post(
                path + "/correct",
                with(WellRows.dirtyByCell(), Map.of("reason", "Finer", "times", "week", "areas", "h3-4")));
        assertThat(answer.body()).contains("a correction keeps places and periods");
    }

    @Test
    void withholdsWhatSubtractingTheVersionsWouldTell() {
        Set<String> first = published(path, 1);
        // Three more people in a place that was told: the difference of the two means would be theirs alone.
        wells.report(0, 3);
        String draft = Desk.path(
                reviewer.post(path + "/correct", with(WellRows.dirtyByCell(), Map.of("reason", "Late reports"))));
        String preview = reviewer.get(draft).body();
        assertThat(preview).contains("Subtracting what was published before would tell of too few");
        String next = Desk.publish(reviewer, draft);
        assertThat(first).contains(wells.cellOf(0), "");
        assertThat(published(next, 2)).doesNotContain(wells.cellOf(0), "").isNotEmpty();
    }

    /** Nothing more is withheld for it, so that nobody needs to be warned. */
    @Test
    void ofTheTitleAloneNeedsNoWarning() {
        String draft = Desk.path(reviewer.post(
                path + "/correct",
                with(WellRows.dirtyByCell(), Map.of("reason", "Clearer", "title", "Two wells in three are dirty"))));
        assertThat(reviewer.get(draft).body()).doesNotContain("would tell of too few");
        assertThat(published(Desk.publish(reviewer, draft), 2)).isEqualTo(published(path, 1));
    }

    @Test
    void tellsMoreOnceEnoughPeopleHaveCome() {
        for (int place = 0; place < wells.places().length; place++) wells.report(place, 20);
        Set<String> first = published(path, 1);
        String next = correct(Map.of("reason", "Late reports"));
        assertThat(published(next, 2)).as("what was withheld stays so").isEqualTo(first);
        assertThat(Desk.document(desk.visitor(), next, 2)).contains("\"n\":180");
    }

    @Test
    void aWithdrawalLeavesATombstoneWithItsReason() {
        UUID finding = desk.told.getLast().id();
        String first = desk.told.getLast().sha256();
        assertThat(reviewer.post(path + "/withdraw", Map.of("reason", " ")).statusCode())
                .isEqualTo(400);
        reviewer.post(path + "/withdraw", Map.of("reason", "The <b>meter</b> was broken"));

        FindingPublished event = desk.told.getLast();
        assertThat(event.type()).isEqualTo("tombstone");
        assertThat(event.version()).isEqualTo(2);
        var page = desk.visitor().get(path);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body())
                .contains("The &lt;b&gt;meter&lt;/b&gt; was broken", event.sha256())
                .doesNotContain("Most wells are dirty", "<b>meter");
        for (String gone : List.of("/v/1", "/v/1/finding.json", "/v/1/cells.csv", "/v/1/cells.geojson"))
            assertThat(desk.visitor().get(path + gone).statusCode()).as(gone).isEqualTo(410);
        String tombstone = Desk.document(desk.visitor(), path, 2);
        assertThat(tombstone).contains("\"type\":\"tombstone\"", first);
        assertThat(versions.canonical(finding, 1)).isEmpty();
        assertThat(versions.canonical(finding, 2)).hasValue(tombstone.getBytes());
        assertThat(desk.visitor().get("/findings?q=" + thing).body()).doesNotContain(path);
        assertThat(links.listTo(new ThingRef(Synthetic.KIND, thing))).isEmpty();
        assertThat(reviewer.post(path + "/withdraw", Map.of("reason", "Again")).statusCode())
                .isEqualTo(409);
        assertThat(audited(finding)).contains("finding.published", "finding.withdrawn");
    }

    private long documentsRead(String address, Map<String, String> headers) {
        return Statements.during(() -> desk.visitor().get(address, headers)).stream()
                .filter(sql -> sql.matches("(?s).*\\bdocument\\b.* from evidence.version.*"))
                .count();
    }

    private List<String> audited(UUID finding) {
        return jdbc.sql("select action from frame.audit where thing = :thing")
                .param("thing", "finding:" + finding)
                .query(String.class)
                .list();
    }

    private String correct(Map<String, String> changes) {
        return Desk.publish(
                reviewer, Desk.path(reviewer.post(path + "/correct", with(WellRows.dirtyByCell(), changes))));
    }

    private Set<String> published(String finding, int version) {
        Document document =
                Canonical.read(Desk.document(desk.visitor(), finding, version).getBytes(), Document.class);
        return document.cells().stream()
                .filter(Document.Cell::isPublished)
                .map(Document.Cell::place)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, String> with(Map<String, String> form, Map<String, String> changes) {
        form.putAll(changes);
        return form;
    }
}
