package org.commonweal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who signed in by the first administrator's link and asks in the name of an organisation, without scripts.
 *
 * <p>Example: {@code Campaigner owner = Campaigner.comeIn(port, link); String wells = owner.open("Wells", sheet)}.
 */
public final class Campaigner {
    private static final Pattern UPLOAD = Pattern.compile("action=\"([^\"]+/form)\" enctype");
    private static final Pattern ASKER = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");
    private static final Pattern SERVER = Pattern.compile(">(https?://[^<\"]+/openrosa/[\\w-]+)<");
    private static final Pattern FROM = Pattern.compile("/findings/new\\?from=(campaign:[0-9a-f-]{36})");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    private final Visitor browser;

    private Campaigner(Visitor browser) {
        this.browser = browser;
    }

    /** @param link the whole address that the hub hands out at its first start */
    public static Campaigner comeIn(int port, String link) {
        Visitor browser = new Visitor(port).signIn(URI.create(link.strip()).getPath());
        browser.get("/organisations/new");
        location(browser.post("/organisations/new", Map.of("name", "Neighbours of the lower valley")));
        return new Campaigner(browser);
    }

    /** @return the open campaign's address, such as {@code /campaigns/wells-3k9m2x7q} */
    public String open(String title, byte[] sheet) {
        String promise = location(browser.post("/campaigns/new", about(title)));
        String campaign = promise.substring(0, promise.length() - "/promise".length());
        location(browser.post(
                promise,
                Map.of(
                        "use", "We count.",
                        "retention", "12",
                        "consent", "I agree.",
                        "unit", "people",
                        "threshold", "10")));
        String upload = first(UPLOAD, browser.get(campaign + "/form").body()).replace("&amp;", "&");
        assertThat(browser.postFiles(upload, Map.of("sheet", sheet), Map.of()).body())
                .contains("The form is taken");
        assertThat(location(browser.post(campaign + "/open", Map.of()))).isEqualTo(campaign);
        return campaign;
    }

    private Map<String, String> about(String title) {
        Map<String, String> form = new HashMap<>();
        form.put("organisation", first(ASKER, browser.get("/campaigns/new").body()));
        form.put("language", "en");
        form.put("title", title);
        form.put("why", "Nobody knows.");
        form.put("who", "Everyone");
        form.put("contact", "wells@example.org");
        form.put("minutes", "4");
        form.put("zone", "Europe/Belgrade");
        form.put("anonymous", "on");
        return form;
    }

    /** @return the server address for apps, as the page shows it this once */
    public String makeServerAddress(String campaign) {
        browser.get(campaign + "/tokens");
        return first(
                SERVER,
                browser.post(campaign + "/tokens", Map.of("kind", "collect", "label", "Phones"))
                        .body());
    }

    public void approveAll(String campaign) {
        browser.get(campaign + "/review");
        location(browser.post(
                campaign + "/review",
                Map.of("verb", "approve", "all", "on", "newest", "ffffffff-ffff-ffff-ffff-ffffffffffff")));
    }

    /** @return the published finding's address: how many answers a campaign's people gave to a question */
    public String publishCount(String campaign, String question, String statement) {
        String from = first(FROM, browser.get(campaign + "/review").body());
        Map<String, String> form = Map.of(
                "variable", question,
                "statistic", "count",
                "areas", "whole",
                "times", "none",
                "comparison", "ge",
                "language", "en",
                "title", statement,
                "limitations", "Made up for a test.");
        String draft = location(browser.post("/findings/new?from=" + from, form));
        String seen = first(SEEN, browser.get(draft).body());
        String finding = location(browser.post(draft + "/publish", Map.of("seen", seen)));
        assertThat(finding).doesNotContain("changed=true");
        return finding;
    }

    private static String first(Pattern wanted, String body) {
        Matcher found = wanted.matcher(body);
        assertThat(found.find()).as("%s in %s", wanted, body).isTrue();
        return found.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
