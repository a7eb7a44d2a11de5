package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form that comes after its writer was signed out is not taken, and what was typed is given back. */
@HubTest
class SignedOutTest {
    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    Visitor editor;
    String page;

    @BeforeEach
    void writesAForm() {
        editor = new Visitor(port).signIn(invitations.make("member", Scope.HUB, "test"));
        String made = editor.post("/organisations/new", Map.of("name", "Signed out"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        page = URI.create(made).getPath() + "/edit";
        assertThat(editor.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void isToldSoWithWhatWasTyped() {
        editor.post("/account/sign-out-everywhere", Map.of());
        HttpResponse<String> answer = editor.post(
                page,
                Map.of(
                        "name", "<b>Wells</b>",
                        "summary", "Two lines\r\nof work",
                        "password", "hunter2",
                        "seen", "0".repeat(64),
                        "next", "/account",
                        "country", ""),
                from("http://localhost:" + port + page));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("<b>Wells", "hunter2", "0".repeat(64));
        Document told = Jsoup.parse(answer.body());
        assertThat(told.select("h1").text()).isEqualTo("You are signed out");
        assertThat(told.select("textarea").eachText()).containsExactlyInAnyOrder("<b>Wells</b>", "Two lines\nof work");
        assertThat(told.select("textarea[readonly]")).hasSize(2);
        assertThat(told.select(".typed label").eachText()).containsExactlyInAnyOrder("name", "summary");
        assertThat(told.select("a[href=/sign-in?next=" + page + "]").text()).contains("Sign in");

        String arabic = editor.post(page + "?lang=ar", Map.of("name", "Wells"), from("http://localhost:" + port + page))
                .body();
        assertThat(arabic).contains("سُجّل خروجك", "ما كتبته", ">Wells</textarea>");
    }

    /** A draft's address answers whoever is not known as if there were none; its owner may be one of them. */
    @Test
    void isGivenBackWhereTheAddressIsHidden() {
        String hidden = "/campaigns/wells-of-the-valley-00000000/about";
        assertThat(editor.get(hidden).body()).doesNotContain("sign in: you come back");
        editor.post("/account/sign-out-everywhere", Map.of());
        HttpResponse<String> answer =
                editor.post(hidden, Map.of("why", "Wells run dry."), from("http://localhost:" + port + hidden));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("sign in: you come back");
        Document told = Jsoup.parse(answer.body());
        assertThat(told.select("textarea").eachText()).containsExactly("Wells run dry.");
        assertThat(told.select("a[href=/sign-in?next=" + hidden + "]").text()).contains("Sign in");
    }

    @Test
    void isGivenBackWithoutAnyCookie() {
        HttpResponse<String> answer = withoutCookies("http://localhost:" + port);
        assertThat(answer.statusCode()).isEqualTo(403);
        Document told = Jsoup.parse(answer.body());
        assertThat(told.select("h1").text()).isEqualTo("This page is older than its key");
        assertThat(told.select("main").text())
                .contains("You are not signed in now")
                .doesNotContain("still stands");
        assertThat(told.select("textarea").eachText()).containsExactly("A valley's wells");
        assertThat(told.select("a[href=" + page + "]").text()).isEqualTo("Open the page again");
        assertThat(told.select("a[href=/sign-in?next=" + page + "]")).hasSize(1);
    }

    /** Else any page could put its words into the hub's mouth. */
    @Test
    void nothingIsSaidAgainThatAnotherPageSent() {
        for (String other : new String[] {"http://elsewhere.example", "http://localhost:1", ":"})
            assertThat(withoutCookies(other).body()).as(other).doesNotContain("valley", "textarea");
    }

    @Test
    void whatIsGivenBackHasAnEnd() {
        editor.post("/account/sign-out-everywhere", Map.of());
        String body = editor.post(page, Map.of("name", "n".repeat(500_000)), from("http://localhost:" + port + page))
                .body();
        assertThat(Jsoup.parse(body).select("textarea").text()).hasSize(Typed.MOST);
    }

    /** Somebody who is signed in and may not is told nothing else than before. */
    @Test
    void whoIsSignedInAndMayNotIsToldThat() {
        Visitor other = new Visitor(port).signIn(invitations.make("member", Scope.HUB, "test"));
        String body = other.post(page, Map.of("name", "Mine now"), from("http://localhost:" + port + page))
                .body();
        assertThat(body).contains("Not for you to open").doesNotContain("Mine now", "You are signed out");
    }

    private HttpResponse<String> withoutCookies(String origin) {
        return new Visitor(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .header("Referer", origin + page)
                        .POST(BodyPublishers.ofString("_csrf=abc&name=A+valley%27s+wells")));
    }

    private static Map<String, String> from(String address) {
        return Map.of("Referer", address);
    }
}
