package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page and its files say to the browser, beside what people see. */
@HubTest
class HeadersTest {
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js))\"");

    @LocalServerPort
    int port;

    /** No word of it lets in what stands in the page itself, what is computed, or what is elsewhere. */
    @Test
    void thePolicyLetsInTheHubsOwnFilesAlone() {
        String policy = header(new Visitor(port).get("/"), "Content-Security-Policy");
        assertThat(policy).doesNotContain("unsafe", "http:", "https:", "//");
        Map<String, List<String>> rules = Arrays.stream(policy.split(";"))
                .map(rule -> List.of(rule.strip().split("\\s+")))
                .collect(java.util.stream.Collectors.toMap(List::getFirst, rule -> rule.subList(1, rule.size())));
        assertThat(rules.get("default-src")).containsExactly("'none'");
        for (String rule : List.of("script-src", "style-src", "form-action"))
            assertThat(rules.get(rule)).as(rule).containsExactly("'self'");
        assertThat(rules.get("frame-ancestors")).containsExactly("'none'");
        assertThat(rules.get("base-uri")).containsExactly("'none'");
    }

    @Test
    void filesAreNamedAfterTheirContentAndComeCompressedToBeKeptForAYear() {
        Visitor visitor = new Visitor(port);
        List<String> assets = ASSET.matcher(visitor.get("/").body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        assertThat(assets).isNotEmpty();
        for (String asset : assets) {
            assertThat(asset).matches(".*[.-][A-Za-z0-9]{8,}\\.(css|js)");
            HttpResponse<String> plain = visitor.get(asset);
            assertThat(header(plain, "Cache-Control")).contains("max-age=31536000", "immutable");
            HttpResponse<String> compressed = visitor.get(asset, Map.of("Accept-Encoding", "gzip, br"));
            assertThat(header(compressed, "Content-Encoding")).isIn("br", "gzip");
            assertThat(header(compressed, "Vary")).contains("Accept-Encoding");
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
