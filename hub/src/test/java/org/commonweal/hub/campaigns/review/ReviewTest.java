package org.commonweal.hub.campaigns.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonweal.hub.Browser;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reviewer finds answers, decides on them, and takes them along; nobody else does. */
@HubTest
class ReviewTest {
    private static final Pattern ROW = Pattern.compile("/review/([0-9a-f-]{36})\"");
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    private static final byte[] SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] HTML =
            "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

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
    void showsEveryAnswerAndTheVerbsOnATelephone() {
        for (int i = 0; i < 4; i++)
            wells.send(
                    "<owner>" + "Neighbour of the long lane behind the mill ".repeat(3) + "</owner><depth>9</depth>");
        try (BrowserContext telephone = Browser.get().newContext(new NewContextOptions().setViewportSize(360, 740))) {
            reviewer.cookies()
                    .forEach((name, value) ->
                            telephone.addCookies(List.of(new Cookie(name, value).setUrl(reviewer.base()))));
            Page page = telephone.newPage();
            page.navigate(reviewer.base() + wells.path());

            assertThat((List<?>) page.evaluate("""
                    [...document.querySelectorAll('.review-table *')].filter(e => !e.closest('.unseen, .icon'))
                      .filter(e => e.getBoundingClientRect().right > innerWidth || e.scrollWidth > innerWidth)
                      .map(e => e.outerHTML.slice(0, 160))""")).isEmpty();
            assertThat(page.locator("tbody tr").first().locator("td .clipped").first())
                    .satisfies(answer -> assertThat(answer.boundingBox().width).isGreaterThan(200));
            assertThat(page.evaluate("scrollY")).isEqualTo(0);
            PlaywrightAssertions.assertThat(button(page, "Approve")).isInViewport();
            PlaywrightAssertions.assertThat(button(page, "Reject")).isInViewport();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void findsAnswersOfEveryKindInEveryRepetition() {
        wells.send("<owner>Amal</owner><depth>9</depth><state>dry</state><uses>drink wash</uses><day>2026-11-01</day>"
                + "<feet>29.52</feet><owner_of><roof>tin, 100% tight</roof></owner_of>"
                + "<household><people>4</people><health>dry</health></household>"
                + "<household><people>7</people><health>full</health></household>");
        wells.send("<owner>Bojan</owner><depth>10</depth><state>full</state><uses>wash</uses><day>2026-11-20</day>"
                + "<feet>32.8</feet><owner_of><roof>straw</roof></owner_of>"
                + "<household><people>2</people><health>full</health></household>");
        wells.send(
                "<owner>Chen</owner><depth>120</depth><day>2026-12-24</day><owner_of><roof>100 years old</roof></owner_of>");

        assertThat(Stream.of(
                        "",
                        "f.owner=boj",
                        "f.depth=10",
                        "f.depth=..10",
                        "f.depth=10..200",
                        "f.state=dry",
                        "f.uses=wash",
                        "f.uses=drink",
                        "f.day=2026-11-20",
                        "f.day=2026-11-02..2026-11-30",
                        "f.feet=30..",
                        "f.owner_of/roof=100%",
                        "f.household/people=7",
                        "f.household/people=1..3",
                        "f.household/health=full",
                        "q=straw",
                        "q=uuid",
                        "q=depth",
                        "f.state=dry&f.state=full",
                        "f.state=dry&f.uses=wash",
                        "f.depth=1..2..3"))
                .map(this::owners)
                .containsExactly(
                        " → Chen Bojan Amal",
                        "f.owner=boj → Bojan",
                        "f.depth=10 → Bojan",
                        "f.depth=..10 → Bojan Amal",
                        "f.depth=10..200 → Chen Bojan",
                        "f.state=dry → Amal",
                        "f.uses=wash → Bojan Amal",
                        "f.uses=drink → Amal",
                        "f.day=2026-11-20 → Bojan",
                        "f.day=2026-11-02..2026-11-30 → Bojan",
                        "f.feet=30.. → Bojan",
                        "f.owner_of/roof=100% → Amal",
                        "f.household/people=7 → Amal",
                        "f.household/people=1..3 → Bojan",
                        "f.household/health=full → Bojan Amal",
                        "q=straw → Bojan",
                        "q=uuid → ",
                        "q=depth → ",
                        "f.state=dry&f.state=full → Bojan Amal",
                        "f.state=dry&f.uses=wash → Amal",
                        "f.depth=1..2..3 → ");
        assertThat(Stream.of(
                        "sort=depth",
                        "sort=-depth",
                        "sort=owner",
                        "sort=household/people",
                        "sort=-feet",
                        "sort=oldest",
                        "sort=nonsense"))
                .map(this::owners)
                .containsExactly(
                        "sort=depth → Amal Bojan Chen",
                        "sort=-depth → Chen Bojan Amal",
                        "sort=owner → Amal Bojan Chen",
                        "sort=household/people → Bojan Amal Chen",
                        "sort=-feet → Bojan Amal Chen",
                        "sort=oldest → Amal Bojan Chen",
                        "sort=nonsense → Chen Bojan Amal");
    }

    @Test
    void ordersByTheTimeOfArrivalAndTellsItInTheCampaignsZone() {
        wells.send("<owner>Amal</owner><place>-35.6649 10.0751 0 12</place>");
        wells.send("<owner>Bojan</owner><place>nowhere</place>");
        jdbc.sql("update campaigns.submission set received_at = '2026-07-01T22:30:00Z'"
                        + " where campaign_id = :id and answers ->> 'owner' = 'Bojan'")
                .param("id", wells.campaign.id())
                .update();
        assertThat(owners("")).isEqualTo(" → Amal Bojan");
        assertThat(owners("sort=oldest")).isEqualTo("sort=oldest → Bojan Amal");
        String page = reviewer.get(wells.path()).body();
        assertThat(page)
                .contains("2 Jul 2026, 00:30 CEST", "35.66°\u00a0S, 10.08°\u00a0E")
                .doesNotContain("UTC", "35.6649");
        assertThat(reviewer.get(wells.path() + "/" + rows("sort=oldest").getFirst())
                        .body())
                .contains("2 Jul 2026, 00:30 CEST");
    }

    @Test
    void turnsTheFormForAFilterIntoTheViewsOwnAddress() {
        wells.send("<owner>Amal</owner><depth>9</depth>");
        HttpResponse<String> answer =
                reviewer.get(wells.path() + "?state=received&sort=-depth&question=depth&wanted=+3..10+");
        assertThat(answer.statusCode()).isEqualTo(303);
        String view = answer.headers().firstValue("Location").orElseThrow();
        assertThat(view).endsWith("/review?state=received&sort=-depth&f.depth=3..10");
        assertThat(reviewer.get(view.replaceFirst("^https?://[^/]+", "")).body())
                .contains("Amal", "3..10", "One submission");
    }

    @Test
    void showsOneWithItsPlaceFilesAndHistory() {
        wells.send(
                "<owner>&lt;b&gt;Amal</owner><state>full</state><place>44.82 20.46 0 12</place><photo>a b#1.jpg</photo>"
                        + "<paper>gone.pdf</paper>",
                Map.of("a b#1.jpg", JPEG));
        String page = reviewer.get(wells.path() + "/" + rows("").getFirst()).body();
        assertThat(page)
                .contains("&lt;b&gt;Amal", "Full to the brim", "file?name=a+b%231.jpg", "has not come yet", "<svg")
                .doesNotContain("<b>Amal");
        assertThat(reviewer.get(wells.path()).body()).contains("One submission on the map");
    }

    @Test
    void servesPicturesAsPicturesAndAllElseForSavingOnly() {
        wells.send(
                "<photo>p.jpg</photo><photo>evil.svg</photo><photo>evil.jpg</photo><photo>page.html</photo>"
                        + "<photo>ünï 50%;.txt</photo>",
                Map.of("p.jpg", JPEG, "evil.svg", SVG, "evil.jpg", HTML, "page.html", HTML, "ünï 50%;.txt", new byte[] {
                    65
                }));
        String one = wells.path() + "/" + rows("").getFirst();
        HttpResponse<String> picture = reviewer.get(one + "/file?name=p.jpg");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(picture.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
        for (String name : List.of("evil.svg", "evil.jpg", "page.html", "ünï 50%;.txt")) {
            HttpResponse<String> file =
                    reviewer.get(one + "/file?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            assertThat(file.statusCode()).as(name).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type")).as(name).hasValue("application/octet-stream");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .as(name)
                    .startsWith("attachment");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(file.headers().allValues("Content-Security-Policy"))
                    .anyMatch(policy -> policy.contains("sandbox"));
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        assertThat(reviewer.get(one + "/file?name=none.jpg").statusCode()).isEqualTo(404);
        assertThat(reviewer.get(one + "/file?name=../../keys/database").statusCode())
                .isEqualTo(404);
    }

    @Test
    void needsWordsToRejectAndToAskBack() {
        wells.send("<owner>Amal</owner>");
        String id = rows("").getFirst();
        for (String verb : List.of("reject", "ask"))
            assertThat(decide(verb, " ", id).statusCode()).isEqualTo(400);
        assertThat(decide("reject", "x".repeat(2_001), id).statusCode()).isEqualTo(400);
        assertThat(decide("burn", "why not", id).statusCode()).isEqualTo(400);
        assertThat(state(id)).isEqualTo("received");
        assertThat(decide("reject", "No well is there.", id).statusCode()).isEqualTo(303);
        assertThat(state(id)).isEqualTo("rejected");
    }

    @Test
    void decidesAgainAndLetsItWaitAgain() {
        wells.send("<owner>Amal</owner>");
        String id = rows("").getFirst();
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
        String decided = rows("f.state=dry").getFirst();
        decide("reject", "No.", decided);
        assertThat(reviewer.get(wells.path() + "?f.state=dry").body()).contains("All 2 that wait in this view");
        HttpResponse<String> answer = reviewer.post(
                wells.path() + "?f.state=dry",
                Map.of("verb", "approve", "all", "on", "newest", "ffffffff-ffff-ffff-ffff-ffffffffffff"));
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).endsWith("/review?f.state=dry&did=approved&done=2");
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
        String asked = rows("f.owner=Amal").getFirst();
        decide("ask", "How deep is it?", asked);
        String page = reviewer.get(wells.path()).body();
        assertThat(page).contains("All 1 that waits in this view");
        String newest = page.replaceAll("(?s).*name=\"newest\" value=\"([^\"]+)\".*", "$1");
        wells.send("<owner>Came later</owner>");
        reviewer.post(wells.path(), Map.of("verb", "approve", "all", "on", "newest", newest));
        assertThat(state(rows("f.owner=Bojan").getFirst())).isEqualTo("approved");
        assertThat(state(rows("f.owner=Came").getFirst())).isEqualTo("received");
        assertThat(state(asked)).isEqualTo("asked");
        assertThat(reviewer.post(wells.path(), Map.of("verb", "approve", "all", "on"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void approvesWhatCarriesNoConsentOnlyWithWordsOnHowPeopleAgreed() {
        wells.send("<owner>Amal</owner>");
        wells.post(wells.instance("uuid:" + UUID.randomUUID(), "", "<owner>Bojan</owner>"), Map.of());
        String without = rows("f.owner=Bojan").getFirst();
        assertThat(reviewer.get(wells.path() + "/" + without).body()).contains("No consent came with this");
        HttpResponse<String> all = reviewer.post(
                wells.path(), Map.of("verb", "approve", "all", "on", "newest", "ffffffff-ffff-ffff-ffff-ffffffffffff"));
        assertThat(all.headers().firstValue("Location").orElseThrow()).endsWith("?did=approved&done=1&left=1");
        assertThat(state(without)).isEqualTo("received");
        decide("approve", "Signed on paper, sheet 7.", without);
        assertThat(state(without)).isEqualTo("approved");
    }

    @Test
    void writesATableThatNoSpreadsheetRuns() {
        wells.send("<owner>=HYPERLINK(\"http://example.org\")</owner><depth>-5</depth>"
                + "<owner_of><roof>@SUM(1)\nsecond line, \"quoted\"</roof></owner_of>"
                + "<household><people>4</people></household><household><people>7</people></household>");
        wells.send("<owner>+381 60 123</owner><depth>12</depth>");
        HttpResponse<String> csv = reviewer.get(wells.path() + ".csv?sort=-depth&f.depth=-10..0");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        assertThat(csv.body())
                .startsWith("id,received_at,observed_at,state,source,owner,depth,state,uses,day,place,photo,paper,feet,"
                        + "owner_of/roof,household/people,household/health")
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\",-5,")
                .contains("\"'@SUM(1)\nsecond line, \"\"quoted\"\"\",4 · 7")
                .doesNotContain("381 60");
        assertThat(reviewer.get(wells.path() + ".csv").body()).contains("'+381 60 123,12");
    }

    @Test
    void isForReviewersOfTheOrganisationAlone() {
        String link = wells.send("<owner>Amal</owner><photo>p.jpg</photo>", Map.of("p.jpg", JPEG));
        String id = rows("").getFirst();
        Visitor other = wells.otherReviewer();
        for (String path : List.of("", ".csv", "/" + id, "/" + id + "/file?name=p.jpg")) {
            assertThat(other.get(wells.path() + path).statusCode()).as(path).isEqualTo(403);
            assertThat(new Visitor(port).get(wells.path() + path).statusCode())
                    .as(path)
                    .isIn(302, 303, 403);
        }
        for (Visitor visitor : List.of(other, new Visitor(port)))
            assertThat(visitor.post(wells.path(), Map.of("verb", "approve", "id", id))
                            .statusCode())
                    .isIn(302, 403)
                    .satisfies(status -> assertThat(state(id)).isEqualTo("received"));
        // A reviewer of two campaigns reaches a submission by its own campaign alone.
        Reviewing elsewhere = Reviewing.open(port, beans);
        Visitor reviewerElsewhere = elsewhere.reviewer();
        assertThat(reviewerElsewhere.get(elsewhere.path() + "/" + id).statusCode())
                .isEqualTo(404);
        assertThat(reviewerElsewhere
                        .get(elsewhere.path() + "/" + id + "/file?name=p.jpg")
                        .statusCode())
                .isEqualTo(404);
        reviewerElsewhere.post(elsewhere.path(), Map.of("verb", "approve", "id", id));
        assertThat(state(id)).isEqualTo("received");
        assertThat(reviewer.get("/campaigns/none-00000000/review").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void leadsFromOneToTheNextThatWaitsAndBetweenVersions() {
        String first = "uuid:" + UUID.randomUUID();
        wells.post("amal", wells.instance(first, "", Reviewing.agreed() + "<owner>Amal</owner>"), Map.of());
        String old = rows("").getFirst();
        wells.post(
                "amal",
                wells.instance("uuid:" + UUID.randomUUID(), first, Reviewing.agreed() + "<owner>Amal Z</owner>"),
                Map.of());
        wells.send("<owner>Bojan</owner>");
        String changed = rows("f.owner=Amal").getFirst();
        String waiting = rows("f.owner=Bojan").getFirst();
        assertThat(reviewer.get(wells.path() + "/" + changed).body())
                .contains("/review/" + waiting + "\"", "/review/" + old + "\"", "The version before");
        assertThat(reviewer.get(wells.path() + "/" + old).body())
                .contains("/review/" + changed + "\"", "The contributor has changed this since")
                .doesNotContain("value=\"approve\"");
        decide("approve", "", old);
        assertThat(state(old)).isEqualTo("received");
    }

    private String owners(String query) {
        String body = reviewer.get(wells.path() + "?" + encoded(query)).body();
        List<String> owners = new ArrayList<>();
        Matcher cell = Pattern.compile("data-label=\"Whose well is it\\?\"[^>]*><bdi[^>]*>([^<]*)<")
                .matcher(body);
        while (cell.find()) owners.add(cell.group(1));
        return query + " → " + String.join(" ", owners);
    }

    private List<String> rows(String query) {
        List<String> ids = new ArrayList<>();
        Matcher row =
                ROW.matcher(reviewer.get(wells.path() + "?" + encoded(query)).body());
        while (row.find()) ids.add(row.group(1));
        return ids;
    }

    private static String encoded(String query) {
        return query.replace("%", "%25").replace("/", "%2F");
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
