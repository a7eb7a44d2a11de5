package org.commonweal.hub.campaigns.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonweal.hub.Browser;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reviewer finds answers in a table, on any screen, and takes it along. */
@HubTest
class ReviewTableTest {
    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Columns columns;

    private Reviewing wells;
    private Visitor reviewer;

    @BeforeEach
    void begin() {
        wells = Reviewing.open(port, beans);
        reviewer = wells.reviewer();
    }

    @Test
    void tellsDaysAsPeopleReadThemAndWhatIsNoDayAsItCame() {
        String link = wells.send("<day>2026-11-01</day>");
        wells.send("<day>yesterday</day>");
        assertThat(reviewer.get(wells.path()).body()).contains("1 November 2026", "yesterday");
        assertThat(reviewer.get(link).body()).contains("1 November 2026").doesNotContain("2026-11-01");
    }

    /** Clients that follow the form send no such answer, but anybody with the token may. */
    @Test
    void marksAndFindsAnswersThatTheFormDoesNotTake() {
        wells.send("<depth>9</depth>");
        assertThat(reviewer.get(wells.path()).body()).doesNotContain("Against the form", "marks an answer");
        String link = wells.send("<owner>Amal</owner><depth>deep</depth><state>gone</state>");
        wells.awaitInspection();
        assertThat(reviewer.get(wells.path()).body())
                .contains("Against the form", "The form does not take this answer", "marks an answer");
        List<String> marked = wells.rows(reviewer, "rules=broken");
        assertThat(marked).hasSize(1);
        assertThat(reviewer.get(wells.path() + "/" + marked.getFirst()).body())
                .contains("2 answers are against the form", "The form does not take this answer");
        assertThat(wells.rows(reviewer, "rules=broken&f.owner=boj")).isEmpty();
        new Visitor(port).post(link + "/withdraw", Map.of());
        assertThat(reviewer.get(wells.path()).body())
                .as("what was taken back tells nothing more")
                .doesNotContain("Against the form");
    }

    @Test
    void marksARowWhoseBrokenAnswerStandsInNoColumn() {
        wells.send("<depth>9</depth><household><people>many</people></household>");
        wells.send("<depth>deep</depth>");
        wells.awaitInspection();
        assertThat(Jsoup.parse(reviewer.get(wells.path()).body())
                        .select(".review-table tbody tr")
                        .eachText())
                .satisfiesExactly(
                        shown -> assertThat(shown)
                                .contains("The form does not take this answer")
                                .doesNotContain("An answer is against the form"),
                        elsewhere -> assertThat(elsewhere).contains("An answer is against the form"));
    }

    @Test
    void tellsWhichAnswerIsMissing() {
        wells.askOtherwise("# survey\ntype | name | label | required\ntext | owner | Whose? | yes\n");
        wells.post(
                wells.instance("uuid:" + java.util.UUID.randomUUID(), "", Reviewing.agreed())
                        .replace("version=\"1\"", "version=\"2\""),
                Map.of());
        wells.awaitInspection();
        assertThat(reviewer.get(wells.path()).body()).contains("No answer, though the form asks for one");
        assertThat(reviewer.get(wells.path() + "/" + wells.rows(reviewer, "").getFirst())
                        .body())
                .contains("No answer, though the form asks for one", "Whose?");
    }

    @Test
    void saysThatTheListIsShorter() {
        wells.send("<depth>9</depth>");
        assertThat(reviewer.get(wells.path() + "?page=999").body())
                .contains("The list is shorter than that")
                .doesNotContain("review-table");
    }

    @Test
    void findsAChoiceByItsLabelAndSaysWhatItCantRead() {
        wells.askOtherwise("""
                # survey
                type             | name  | label::English (en) | label::French (fr)
                integer          | depth | How deep is it?     | Profondeur ?
                select_one state | state | How is it?          | Comment va-t-il ?
                # choices
                list_name | name | label::English (en) | label::French (fr)
                state     | dry  | Empty               | À sec
                state     | full | Full to the brim    | Plein
                """);
        wells.send("<owner>Amal</owner><depth>9</depth><state>dry</state>");
        wells.send("<owner>Bojan</owner><depth>30</depth><state>full</state>");
        assertThat(Stream.of("dry", "DRY", "empty", "à SEC", "Plein").map(this::asked))
                .containsExactly("dry", "dry", "dry", "dry", "full");
        assertThat(owners("f.state=EMPTY")).isEqualTo("f.state=EMPTY → Amal");
        for (String typed : List.of("%3E20", "abc", "..", "1..x", "20,5")) {
            Document page = Jsoup.parse(reviewer.get(wells.path() + "?question=depth&wanted=" + typed)
                    .body());
            assertThat(page.select("#wanted-fault").text()).as(typed).contains("is no number");
            assertThat(page.select("details[open] #wanted")).as(typed).hasSize(1);
            assertThat(page.select("#question option[selected]").val()).isEqualTo("depth");
        }
        assertThat(reviewer.get(wells.path() + "?question=day&wanted=21.11.2026")
                        .body())
                .contains("is no day");
        assertThat(reviewer.get(wells.path() + "?question=day&wanted=2026-11..").statusCode())
                .isEqualTo(303);
        assertThat(reviewer.get(wells.path() + "?question=depth&wanted=10..").statusCode())
                .isEqualTo(303);
    }

    private String asked(String state) {
        String wanted = java.net.URLEncoder.encode(state, java.nio.charset.StandardCharsets.UTF_8);
        return reviewer.get(wells.path() + "?question=state&wanted=" + wanted)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*f\\.state=", "");
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
        assertThat(reviewer.get(wells.path() + "/"
                                + wells.rows(reviewer, "sort=oldest").getFirst())
                        .body())
                .contains("2 Jul 2026, 00:30 CEST");
    }

    /** Each filter has something to choose; those that the present form asks are not crowded out by what it replaced. */
    @Test
    void offersNoFilterOverAnswersThatNobodyGave() {
        wells.send("<owner>Amal</owner><state>dry</state>");
        assertThat(headings(wells.path()))
                .contains("How is it?")
                .doesNotContain("What is it used for?", "How are they?");
        wells.send("<owner>Bojan</owner><uses>wash</uses>");
        assertThat(headings(wells.path())).contains("How is it?", "What is it used for?");
    }

    /** A form has no words for them, and «end» alone tells a reviewer nothing. */
    @Test
    void callsWhatADeviceNotedByWordsAndInFilesByItsName() {
        wells.askOtherwise("""
                # survey
                type     | name  | label
                start    | start |
                end      | end   |
                today    | today | Day of the visit
                deviceid | phone |
                text     | owner | Whose well is it?
                """);
        wells.send("<owner>Amal</owner><end>2026-11-01T10:00:00Z</end>");
        assertThat(columns.listFor(wells.campaign.id(), "en"))
                .extracting(Column::label)
                .contains("Begun on the device", "Ended on the device", "Day of the visit", "Device")
                .doesNotContain("start", "end", "phone");
        String one = wells.path() + "/" + wells.rows(reviewer, "").getFirst();
        assertThat(reviewer.get(one).body()).contains("Ended on the device");
        assertThat(columns.listFor(wells.campaign.id(), "en"))
                .extracting(Column::path)
                .contains("start", "end", "phone");
    }

    private List<String> headings(String path) {
        return Pattern.compile("<legend[^>]*>([^<]+)<|<h3[^>]*>([^<]+)<|<summary[^>]*>([^<]+)<")
                .matcher(reviewer.get(path).body())
                .results()
                .flatMap(found -> Stream.of(1, 2, 3).map(found::group))
                .filter(java.util.Objects::nonNull)
                .map(String::strip)
                .toList();
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

    private String owners(String query) {
        String body =
                reviewer.get(wells.path() + "?" + Reviewing.encoded(query)).body();
        List<String> owners = new ArrayList<>();
        Matcher cell = Pattern.compile("data-label=\"Whose well is it\\?\"[^>]*><bdi[^>]*>([^<]*)<")
                .matcher(body);
        while (cell.find()) owners.add(cell.group(1));
        return query + " → " + String.join(" ", owners);
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
    void writesATableThatNoSpreadsheetRuns() {
        wells.send("<owner>=HYPERLINK(\"http://example.org\")</owner><depth>-5</depth>"
                + "<owner_of><roof>@SUM(1)\nsecond line, \"quoted\"</roof></owner_of>"
                + "<household><people>4</people></household><household><people>7</people></household>");
        wells.send("<owner>+381 60 123</owner><depth>12</depth>");
        wells.askOtherwise();
        HttpResponse<String> csv = reviewer.get(wells.path() + ".csv?sort=-depth&f.depth=-10..0");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        assertThat(csv.body())
                .startsWith(
                        "hub:id,hub:received_at,hub:observed_at,hub:state,hub:source,owner,depth,state,uses,day,place,photo,paper,feet,"
                                + "owner_of/roof,household/people,household/health")
                .doesNotContain("asked_too_late")
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\",-5,")
                .contains("\"'@SUM(1)\nsecond line, \"\"quoted\"\"\",4 · 7")
                .doesNotContain("381 60");
        assertThat(reviewer.get(wells.path() + ".csv").body()).contains("'+381 60 123,12");
    }
}
