package org.commonweal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.evidence.Desk;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page, as one of each kind: axe-core finds nothing serious, nothing comes from another host, the policy has
 * nothing to refuse, telephone and tablet need not scroll sideways, and a page weighs no more than it may.
 */
@HubTest
class EveryPageTest {
    private static final int MOST_BYTES = 60_000;
    private static final int TABLET = 768;
    private static final List<String> WEIGHED = List.of("document", "stylesheet", "script");
    private static final Pattern UPLOAD = Pattern.compile("action=\"([^\"]+/form)\" enctype");
    private static final String FORM = """
            # survey
            type              | name  | label
            text              | well  | Which well?
            integer           | depth | How deep is the water, in metres?
            select_one yes_no | clean | Is it clean?
            geopoint          | place | Where is it?
            # choices
            list_name | name | label
            yes_no    | yes  | Yes
            yes_no    | no   | No
            """;

    // In StoryTest, where there is a report of one's own; in TrialTest, where a trial has come to its end; and the
    // letter's page, which is that of a mailed sign-in.
    private static final Set<String> ELSEWHERE = Set.of(
            "/campaigns/{address}/review/{id}",
            "/campaigns/{address}/thanks",
            "/campaigns/{address}/try/end",
            "/reports/{secret}",
            "/account/email/{secret}");

    private static final Set<String> looked = new HashSet<>();
    private static Set<PathPattern> pages = Set.of();

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Desk desk;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private Visitor administrator;
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void comeIn() {
        administrator = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
        pages = handlers.getHandlerMethods().entrySet().stream()
                .filter(handler -> View.class.isAssignableFrom(
                        handler.getValue().getMethod().getReturnType()))
                .map(Map.Entry::getKey)
                .filter(asked -> asked.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(asked -> asked.getPathPatternsCondition().getPatterns().stream())
                .collect(Collectors.toSet());
    }

    /** A page that is made later is either on one of the lists or named as looked at elsewhere. */
    @AfterAll
    static void noneIsForgotten() {
        assertThat(pages.stream()
                        .filter(page ->
                                looked.stream().map(PathContainer::parsePath).noneMatch(page::matches))
                        .map(PathPattern::getPatternString))
                .containsExactlyInAnyOrderElementsOf(ELSEWHERE);
    }

    @Test
    void ofThePublic() {
        String organisation = organisation();
        String campaign = campaign(organisation);
        String finding = desk.publishedAndDraft("Air in three streets").getFirst();
        await().until(() -> new Visitor(port).get("/log/entries/0").statusCode() == 200);
        look(
                new Visitor(port),
                List.of(
                        "/",
                        "/about",
                        "/privacy",
                        "/guide",
                        "/act",
                        "/search?q=water",
                        "/style",
                        "/style/forms",
                        "/style/charts",
                        "/style/list",
                        "/organisations",
                        organisation,
                        "/projects",
                        "/topics",
                        "/topics/" + first("/topics", "/topics/([a-z-]+)\""),
                        "/places",
                        "/places/RS",
                        "/campaigns",
                        campaign,
                        campaign + "/poster",
                        campaign + "/answer",
                        "/findings",
                        finding,
                        finding + "/v/1",
                        invitations.make("member", Scope.HUB, "for a look"),
                        "/log",
                        "/log/entries",
                        "/log/entries/0",
                        "/verify",
                        "/sign-in",
                        "/sign-in/used",
                        "/account 403",
                        "/there-is-no-such-page 404"));
    }

    @Test
    void ofWhoKeepsTheHub() {
        String organisation = organisation();
        String campaign = campaign(organisation);
        List<String> finding = desk.publishedAndDraft("Air in four streets");
        look(
                administrator,
                List.of(
                        "/account",
                        "/account/delete",
                        "/hub",
                        "/hub/people",
                        "/hub/organisations",
                        "/hub/invitations",
                        "/hub/log",
                        "/hub/outbox",
                        "/hub/audit",
                        "/imports",
                        "/organisations/new",
                        organisation + "/edit",
                        organisation + "/people",
                        organisation + "/delete",
                        "/projects/new",
                        first("/projects", "(/projects/count-the-wells-[a-z0-9]+)\"") + "/edit",
                        "/campaigns/mine",
                        "/campaigns/new",
                        campaign + "/about",
                        campaign + "/promise",
                        campaign + "/form",
                        campaign + "/check",
                        draft(organisation) + "/delete",
                        campaign + "/try",
                        campaign + "/tokens",
                        campaign + "/review",
                        campaign + "/in/fr",
                        first(campaign + "/review", "(/findings/new\\?from=[^\"]+)\"")
                                .replace("&amp;", "&"),
                        "/campaigns/approvals",
                        finding.getLast(),
                        finding.getLast() + "/edit",
                        finding.getFirst() + "/correct"));
    }

    /** @param paths with the status behind it where it is not 200: {@code /account 403} */
    private void look(Visitor visitor, List<String> paths) {
        look(visitor, paths, "en", ColorScheme.LIGHT, 1440);
        look(visitor, paths, "ar", ColorScheme.DARK, 360);
        assertThat(faults).isEmpty();
    }

    private void look(Visitor visitor, List<String> paths, String language, ColorScheme scheme, int width) {
        try (BrowserContext context = Browser.get()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setLocale(language))) {
            visitor.cookies()
                    .forEach((name, value) -> context.addCookies(
                            List.of(new com.microsoft.playwright.options.Cookie(name, value).setUrl(visitor.base()))));
            Page page = context.newPage();
            withoutCache(page);
            List<Request> asked = new ArrayList<>();
            page.onRequest(asked::add);
            page.onPageError(error -> faults.add(page.url() + ": " + error));
            page.onConsoleMessage(line -> {
                // Of a page that is a «no», which is one of those looked at.
                boolean status = line.text().startsWith("Failed to load resource")
                        && line.text().contains("status of 40");
                if (line.type().equals("error") && !status) faults.add(page.url() + ": " + line.text());
            });
            for (String line : paths) {
                String path = line.split(" ")[0];
                String status = line.contains(" ") ? line.split(" ")[1] : "200";
                looked.add(path.replaceAll("\\?.*", ""));
                asked.clear();
                int answered = page.navigate("http://localhost:" + port + path).status();
                if (answered != Integer.parseInt(status)) faults.add(path + " answers " + answered);
                look(page, List.copyOf(asked), language + " " + width + " " + path, width);
            }
        }
    }

    private void look(Page page, List<Request> asked, String what, int width) {
        asked.stream()
                .map(Request::url)
                .filter(url -> !url.startsWith("http://localhost:" + port + "/") && !url.matches("(data|blob):.*"))
                .forEach(url -> faults.add(what + " asks " + url));
        int bytes = asked.stream()
                .filter(request -> WEIGHED.contains(request.resourceType())
                        && request.url().startsWith("http"))
                .mapToInt(request -> request.sizes().responseBodySize)
                .sum();
        if (bytes > MOST_BYTES) faults.add(what + " weighs " + bytes + " bytes");
        requireNoScrolling(page, what, width);
        Axe.seriousIn(page).forEach(fault -> faults.add(what + ": " + fault));
        page.setViewportSize(TABLET, 1024);
        requireNoScrolling(page, what + " on a tablet", TABLET);
        page.setViewportSize(width, 800);
    }

    private void requireNoScrolling(Page page, String what, int width) {
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) faults.add(what + " is " + wide + " wide: " + page.evaluate("""
                Array.from(document.querySelectorAll('main *')).filter(e => {
                  const box = e.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1;
                }).slice(0, 3).map(e => e.outerHTML.slice(0, 160)).join(' … ')"""));
    }

    // What the browser keeps from the page before is not weighed otherwise.
    private static void withoutCache(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        JsonObject disabled = new JsonObject();
        disabled.addProperty("cacheDisabled", true);
        session.send("Network.setCacheDisabled", disabled);
    }

    private String organisation() {
        administrator.get("/organisations/new");
        String page = path(administrator.post(
                "/organisations/new",
                Map.of(
                        "name", "Water Watch «السقاية»",
                        "summary", "Neighbours who count wells.",
                        "country", "RS",
                        "place", "Novi Sad",
                        "latitude", "45.25",
                        "longitude", "19.84")));
        String id = first(page, "organisation=([0-9a-f-]{36})");
        administrator.post("/projects/new?organisation=" + id, Map.of("name", "Count the wells", "country", "RS"));
        return page;
    }

    private String campaign(String organisation) {
        String campaign = draft(organisation);
        path(administrator.post(
                campaign + "/promise",
                Map.of(
                        "use", "We count dry wells by village.",
                        "retention", "12",
                        "consent", "I agree that my answers are read.",
                        "unit", "people",
                        "threshold", "10",
                        "reason", "",
                        "subject", "")));
        Matcher upload = UPLOAD.matcher(administrator.get(campaign + "/form").body());
        assertThat(upload.find()).isTrue();
        administrator.postFiles(upload.group(1).replace("&amp;", "&"), Map.of("sheet", Sheets.xlsx(FORM)), Map.of());
        path(administrator.post(campaign + "/open", Map.of()));
        return campaign;
    }

    private String draft(String organisation) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("organisation", first(organisation, "organisation=([0-9a-f-]{36})"));
        about.put("language", "en");
        about.put("title", "Wells of the lower valley");
        about.put("why", "Wells run dry earlier each year.\nNobody counts which.");
        about.put("who", "Everyone who fetches water");
        about.put("contact", "wells@example.org");
        about.put("minutes", "4");
        about.put("zone", "Europe/Belgrade");
        about.put("country", "RS");
        about.put("place", "The lower valley");
        about.put("anonymous", "on");
        return path(administrator.post("/campaigns/new", about)).replaceAll("/promise$", "");
    }

    private String first(String path, String pattern) {
        String body = administrator.get(path).body();
        return Stream.of(Pattern.compile(pattern).matcher(body))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + pattern + " on " + path));
    }

    private static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
