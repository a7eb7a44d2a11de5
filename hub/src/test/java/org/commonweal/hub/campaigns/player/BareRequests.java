package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who answers without a browser: each page's fields are sent as a browser does, or as none would.
 *
 * <p>The campaign asks with a short form; a test that needs another one asks with that.
 */
@HubTest
abstract class BareRequests {
    static final String CONSENT = "data:commonweal_consent:agreed";
    static final String SHORT = """
            # survey
            type    | name  | label    | required
            text    | name  | Name     | yes
            image   | photo | Photo    |
            """;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DraftStore drafts;

    Campaign campaign;
    Visitor visitor;

    @BeforeEach
    void open() {
        campaign = Wells.ask(campaigns, forms, SHORT);
        visitor = new Visitor(port);
        visitor.get(campaign.path() + "/answer");
    }

    void agree() {
        assertThat(location(step(campaign, "next", CONSENT, "OK"))).endsWith("?page=1");
    }

    HttpResponse<String> send(String name) {
        return step(campaign, "send", "data:name", name, "data:photo", "");
    }

    /** Sends one page as a browser does, with all that it asked. */
    HttpResponse<String> step(Campaign to, String deed, String... fields) {
        List<String> body = new ArrayList<>(List.of("do", deed, "page", fields[0].equals(CONSENT) ? "0" : "1"));
        for (int i = 0; i < fields.length; i += 2) body.addAll(List.of("asked", fields[i], fields[i], fields[i + 1]));
        body.addAll(List.of("_csrf", csrf()));
        String encoded = IntStream.range(0, body.size() / 2)
                .mapToObj(i -> encode(body.get(2 * i)) + "=" + encode(body.get(2 * i + 1)))
                .collect(Collectors.joining("&"));
        return visitor.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + to.path() + "/answer"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded)));
    }

    String csrf() {
        String page = visitor.get("/sign-in").body();
        return page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    /** The page that says why: an address of its own, so that the browser's way back never sends anything again. */
    String refused(HttpResponse<String> answer) {
        assertThat(location(answer)).matches(campaign.path() + "/answer\\?page=\\d+&told=mend");
        return visitor.get(location(answer)).body();
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }

    Guest guest() {
        // The hub's mark follows the secret's 43 characters.
        return Guest.answering(
                campaign, null, new Secret(visitor.cookies().get("device").substring(0, 43)));
    }

    long stored() {
        return Long.parseLong(one("select count(*) from campaigns.submission where campaign_id = :campaign"));
    }

    String one(String sql) {
        return jdbc.sql(sql)
                .param("campaign", campaign.id())
                .query(String.class)
                .single();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
