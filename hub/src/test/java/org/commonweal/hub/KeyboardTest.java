package org.commonweal.hub;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who uses no mouse: Tab leads everywhere, one sees where one is, and Enter does what a click does. */
@HubTest
class KeyboardTest {
    private static final int MOST_STOPS = 400;
    private static final String FORM = """
            # survey
            type              | name  | label                | required
            text              | well  | Name of the well     | yes
            select_one states | state | How is it today?     | yes
            integer           | depth | How deep is it?      |
            # choices
            list_name | name | label
            states    | full | Full
            states    | dry  | Dry
            """;

    // Where the focus is: null at the end of the page; else its name and what is wrong with how it shows.
    private static final String STOP = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body || at.hasAttribute('data-walked')) return null;
              at.setAttribute('data-walked', '');
              const label = at.closest('label') ?? at.labels?.[0];
              const name = (at.getAttribute('aria-label') || at.innerText || label?.innerText || at.textContent || '').trim();
              const rings = [at, at.closest('label'), at.closest('.choice')].filter(one => one).some(one => {
                const style = getComputedStyle(one);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              });
              const box = at.getClientRects()[0] ?? new DOMRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              const seen = top && (at.contains(top) || label?.contains(top));
              return { name, fault: (rings ? '' : 'no ring ') + (seen ? '' : 'out of sight ') };
            }""";
    private static final String PASSED_OVER = """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
              .filter(one => one.checkVisibility() && !one.disabled && one.type !== 'hidden' && one.tabIndex >= 0
                && !one.hasAttribute('data-walked')
                && !(one.type === 'radio' && document.querySelector(`[name="${one.name}"][data-walked]`)))
              .map(one => one.outerHTML.slice(0, 120))""";

    // Signing in often is refused.
    private static Visitor editor;

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    private BrowserContext browser;
    private Page page;

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 1440, en",
        "/, 360, ar",
        "/organisations, 1440, en",
        "/organisations, 360, en",
        "/campaigns, 1440, ar",
        "ANSWER, 1440, en",
        "ANSWER, 360, en"
    })
    void everythingIsReachedAndSeen(String path, int width, String language) {
        add("Keyboard Watch", "SD");
        Campaign campaign = ask();
        open(path.replace("ANSWER", campaign.path() + "/answer"), width, language);
        assertThat(walk()).isNotEmpty();
        assertThat((List<?>) page.evaluate(PASSED_OVER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1440})
    void theFirstStopLeadsPastTheHead(int width) {
        open("/", width, "en");
        tab();
        assertThat(page.locator("a.skip")).isFocused();
        assertThat(page.locator("a.skip")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        tab();
        assertThat(page.locator("main").locator("a, input").first()).isFocused();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1440})
    void aListIsSearchedAndFiltered(int width) {
        add("Keyboard Sudan", "SD");
        add("Keyboard Egypt", "EG");
        open("/organisations", width, "en");
        goTo("Search in this list");
        page.keyboard().type("keyboard");
        page.keyboard().press("Enter");
        page.waitForURL("**/organisations?q=keyboard");
        if (width < 768) {
            goTo("Filters");
            page.keyboard().press("Enter");
        }
        goTo("Egypt");
        page.keyboard().press("Enter");
        page.waitForURL("**country=EG**");
        assertThat(page.locator("main .results")).containsText("Keyboard Egypt");
        assertThat(page.locator("main .results")).not().containsText("Keyboard Sudan");
    }

    @Test
    void aFormIsAnswered() {
        Campaign campaign = ask();
        open(campaign.path() + "/answer", 1440, "en");
        goTo("I have read this and I agree");
        page.keyboard().press("Space");
        goTo("Begin");
        page.keyboard().press("Enter");
        page.getByLabel("Name of the well").waitFor();
        // Enter alone: what is missing is told, and the focus stands where it is told.
        goTo("Name of the well");
        page.keyboard().press("Enter");
        assertThat(page.locator("#faults")).isFocused();
        tab();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Name of the well")).isFocused();
        page.keyboard().type("Bir al-Nour");
        tab();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("Dry")).isChecked();
        goTo("Send my answers");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")))
                .isVisible();
        assertThat(jdbc.sql("select answers ->> 'well' || ' ' || (answers ->> 'state') from campaigns.submission"
                                + " where campaign_id = :campaign")
                        .param("campaign", campaign.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Bir al-Nour dry");
    }

    private void open(String path, int width, String language) {
        browser = Browser.get()
                .newContext(new NewContextOptions().setViewportSize(width, 800).setLocale(language));
        page = browser.newPage();
        page.navigate("http://localhost:" + port + path);
    }

    private void tab() {
        page.keyboard().press("Tab");
    }

    /** Every stop to the end of the page by name, none of them without a ring or out of sight. */
    private List<String> walk() {
        return Stream.generate(this::next)
                .limit(MOST_STOPS)
                .takeWhile(Objects::nonNull)
                .map(stop -> {
                    assertThat(stop.get("fault")).as(stop.get("name")).isEmpty();
                    return stop.get("name");
                })
                .toList();
    }

    private void goTo(String name) {
        page.evaluate("document.querySelectorAll('[data-walked]').forEach(e => e.removeAttribute('data-walked'))");
        String found = "";
        while (!found.startsWith(name)) {
            Map<String, String> stop = next();
            assertThat(stop).as("on the way to «%s»", name).isNotNull();
            found = stop.get("name");
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> next() {
        tab();
        return (Map<String, String>) page.evaluate(STOP);
    }

    private void add(String name, String country) {
        if (editor == null) editor = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
        editor.post("/organisations/new", Map.of("name", name, "country", country));
    }

    private Campaign ask() {
        Campaign campaign = Drawn.campaign("Wells by keyboard").open(campaigns);
        Drawn.serve(forms, campaign, "1", FORM);
        return campaign;
    }
}
