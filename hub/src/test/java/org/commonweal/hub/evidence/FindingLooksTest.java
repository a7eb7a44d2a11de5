package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.commonweal.hub.Axe;
import org.commonweal.hub.Browser;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of findings as people meet them: on a phone, by ear, without scripts, on paper. */
@HubTest
class FindingLooksTest {
    private static final int MOST_BYTES = 60_000;
    private static Map<String, String> paths;

    @Autowired
    Desk desk;

    private BrowserContext browser;

    @BeforeEach
    void publish() {
        if (paths == null) paths = Gallery.publish(desk);
    }

    @AfterEach
    void close() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "ar, DARK"})
    void hasNothingSeriousInTheWay(String language, ColorScheme scheme) {
        Page page = open(new NewContextOptions().setColorScheme(scheme));
        for (String path : paths.values()) {
            visit(page, path, language);
            assertThat(Axe.seriousIn(page)).as(path).isEmpty();
        }
    }

    /** Pictures have a name, and a table says the same in words; without scripts nothing of it is missing. */
    @ParameterizedTest
    @ValueSource(strings = {"lines of many sensors", "bars with a withheld cell", "map of cells", "weeks"})
    void isReadWithoutSeeingAndWithoutScripts(String look) {
        Page page = open(new NewContextOptions().setJavaScriptEnabled(false));
        visit(page, paths.get(look), "en");
        String title = page.innerText("h1");
        List<Locator> pictures = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(title))
                .all();
        assertThat(pictures).isNotEmpty();
        List<String> cells = page.locator("main table").last().locator("th, td").allInnerTexts();
        String said = String.join("\n", cells);
        Document document = documentOf(paths.get(look));
        for (Document.Cell cell : document.cells())
            if (cell.isPublished() && !cell.isTotal()) assertThat(said).contains(said(document, cell));
        assertThat(page.locator("main table").last().locator("caption").innerText())
                .isNotBlank();
        assertThat(page.innerText("main")).contains("How do we know?", "Who could answer", "Digest of this document");
    }

    /** The chain leads to the log's entry, and says of what nobody has done yet that there is nothing. */
    @Test
    void tellsWhatTheFindingLedToAndWhereItIsLogged() {
        Page page = open(new NewContextOptions());
        await().untilAsserted(() -> {
            visit(page, paths.get("one number"), "en");
            assertThat(page.locator(".chain a[href^='/log/entries/']").innerText())
                    .startsWith("Account");
        });
        assertThat(page.locator(".chain li:has-text('Act') .also").innerText())
                .isEqualTo("nothing yet: who acts on it?");
        assertThat(page.locator(".chain li[aria-current=step]").innerText()).contains("Understand");
    }

    /** A table of more lines than anybody looks through says how many more there are, and keeps them folded. */
    @Test
    void foldsTheLinesAfterTheFiftieth() {
        Page page = open(new NewContextOptions().setJavaScriptEnabled(false));
        visit(page, daily(60), "en");
        Locator folded = page.locator("main details:has(table)").first();
        assertThat(page.locator("main table:not(details table) tbody tr").count())
                .isEqualTo(50);
        int rest = folded.locator("tbody tr").count();
        assertThat(rest).isGreaterThanOrEqualTo(10);
        assertThat(folded.locator("summary").innerText()).contains(rest + " more lines");
        assertThat(folded.locator("table").isVisible()).isFalse();
        folded.locator("summary").click();
        assertThat(folded.locator("table").isVisible()).isTrue();
    }

    private String daily(int days) {
        UUID thing = desk.data.things(desk.organisation("Air by Day"), "Dust by day");
        for (int day = 0; day < days; day++)
            desk.data
                    .get(thing)
                    .row(
                            Instant.parse("2026-03-01T09:00:00Z")
                                    .plus(day, ChronoUnit.DAYS)
                                    .toString(),
                            "a",
                            "Sensor",
                            44.8,
                            20.4,
                            "2" + day % 10);
        return Desk.publish(
                desk.reviewer(desk.data.find(thing).orElseThrow().organisation()),
                thing,
                Desk.form("times", "day", "title", "The dust of each day"));
    }

    /** Who sees a hexagon finds its row, and who reads a row its hexagon: at each width, and in each direction. */
    @ParameterizedTest
    @CsvSource({"en, 360", "ar, 1440"})
    void numbersTheHexagonsAsTheTableDoes(String language, int width) {
        Page page = open(new NewContextOptions().setViewportSize(width, 800));
        visit(page, paths.get("map of cells"), language);
        List<String> numbers = page.locator("main table .map-number").allInnerTexts();
        assertThat(numbers).hasSizeGreaterThan(2).startsWith("1", "2", "3");
        assertThat(page.locator("main svg.map .cell-number").allTextContents())
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(page.evaluate("""
                [...document.querySelectorAll('main svg.map .cell-number')].every(mark => {
                  const cell = [...document.querySelectorAll('main svg.map .cell')]
                    .find(one => one.textContent.startsWith(mark.textContent + ' · ')).getBoundingClientRect();
                  const at = mark.getBoundingClientRect();
                  const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
                  return at.width > 0 && x > cell.left && x < cell.right && y > cell.top && y < cell.bottom;
                })"""))
                .as("each stands within the cell that says its number")
                .isEqualTo(true);
        List<String> places = documentOf(paths.get("map of cells")).cells().stream()
                .map(Document.Cell::place)
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
        assertThat(page.locator("main .hexagons code").allTextContents()).isEqualTo(places);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1440})
    void neverScrollsSideways(int width) {
        Page page = open(new NewContextOptions().setViewportSize(width, 800));
        for (String language : List.of("en", "ar"))
            for (String path : paths.values()) {
                visit(page, path, language);
                assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("%s %s", path, language)
                        .isEqualTo(0);
            }
    }

    /** Numbers run from left to right within lines that run from right to left. */
    @ParameterizedTest
    @ValueSource(strings = {"map of cells", "bars with a withheld cell"})
    void isTurnedRoundInArabic(String look) {
        Page page = open(new NewContextOptions());
        visit(page, paths.get(look), "ar");
        assertThat(page.evaluate("getComputedStyle(document.body).direction")).isEqualTo("rtl");
        assertThat(page.innerText("table")).contains("\u2066").doesNotContain("٠", "١", "٢");
        assertThat(page.locator("main dd").first().locator("bdi[lang=ar]").innerText())
                .as("the question as the form asks it in Arabic")
                .isEqualTo("كيف ماء البئر؟");
        assertThat(page.evaluate("document.querySelector('main thead th').getBoundingClientRect().right"
                        + " > document.querySelector('main thead th:last-child').getBoundingClientRect().right"))
                .as("the first column stands at the right")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lines of many sensors", "bars with a withheld cell", "map of cells", "weeks", "one number"})
    void weighsLessThanItsBudget(String look) {
        Page page = open(new NewContextOptions());
        List<Response> answers = new CopyOnWriteArrayList<>();
        page.onResponse(answers::add);
        visit(page, paths.get(look), "en");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int bytes = answers.stream()
                .filter(answer -> Set.of("document", "stylesheet", "script")
                        .contains(answer.request().resourceType()))
                .mapToInt(answer -> answer.request().sizes().responseBodySize)
                .sum();
        assertThat(bytes).as("compressed HTML, CSS and script").isBetween(1, MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines of many sensors", "weeks"})
    void isPrintedWithoutItsControls(String look) {
        Page page = open(new NewContextOptions().setViewportSize(794, 1100));
        visit(page, paths.get(look), "en");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.isVisible("main table")).isTrue();
        assertThat(page.isVisible("main svg")).isTrue();
        assertThat(page.getByText("Digest of this document").isVisible()).isTrue();
        assertThat(Stream.of(".downloads", ".masthead nav", "input[type=search]")
                        .filter(page::isVisible))
                .isEmpty();
        assertThat(page.evaluate("document.querySelector('.table-region') === null"
                        + " || getComputedStyle(document.querySelector('.table-region')).overflowX"))
                .as("nothing of a table is cut off on paper")
                .isIn(true, "visible");
    }

    private Page open(NewContextOptions options) {
        browser = Browser.get().newContext(options);
        return browser.newPage();
    }

    private void visit(Page page, String path, String language) {
        page.navigate(desk.visitor().base() + path + "?lang=" + language);
    }

    private Document documentOf(String path) {
        return Canonical.read(Desk.document(desk.visitor(), path, 1).getBytes(), Document.class);
    }

    /** As the table says it: shares in percent, whole numbers. */
    private static String said(Document document, Document.Cell cell) {
        double scale = document.statistic().name() == Statistic.SHARE ? 100 : 1;
        return "%.0f".formatted(Objects.requireNonNull(cell.value()) * scale);
    }
}
