package org.commonweal.hub.campaigns.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** A reviewer looks at answers one by one; nobody else does. */
@HubTest
class ReviewTest {
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
    void showsOneWithItsPlaceFilesAndHistory() {
        wells.send(
                "<owner>&lt;b&gt;Amal</owner><state>full</state><place>44.82 20.46 0 12</place><photo>a b#1.jpg</photo>"
                        + "<paper>gone.pdf</paper>",
                Map.of("a b#1.jpg", JPEG));
        String page = reviewer.get(wells.path() + "/" + wells.rows(reviewer, "").getFirst())
                .body();
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
        String one = wells.path() + "/" + wells.rows(reviewer, "").getFirst();
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
    void drawsTheCountryAroundAPointFarFromItsBorders() {
        String rows = wells.path();
        jdbc.sql("update campaigns.campaign set country = 'PL' where id = :id")
                .param("id", wells.campaign.id())
                .update();
        wells.send("<owner>Amal</owner><place>52.1 19.4 0 12</place>");
        Document page = Jsoup.parse(reviewer.get(rows).body());
        assertThat(page.select(".map-frame .land-name").eachText()).contains("Germany", "Belarus");
        wells.send("<owner>Bojan</owner>");
        assertThat(reviewer.get(rows + "/"
                                + wells.rows(reviewer, "f.owner=Bojan").getFirst())
                        .body())
                .contains("It names no place");
        assertThat(reviewer.get(rows + "?f.owner=Bojan").body()).contains("None of these names a place");
    }

    @Test
    void tellsReviewersWhoAnswered() {
        String link = wells.send("<owner>Amal</owner>");
        String id = wells.rows(reviewer, "").getFirst();
        decide("ask", "How deep?", id);
        new Visitor(port).post(link + "/answer", Map.of("words", "Seven metres."));
        assertThat(reviewer.get(wells.path() + "/" + id).body())
                .contains("The contributor answered", "Seven metres.")
                .doesNotContain("You answered");
        assertThat(new Visitor(port).get(link).body()).contains("You answered");
    }

    @Test
    void isForReviewersOfTheOrganisationAlone() {
        String link = wells.send("<owner>Amal</owner><photo>p.jpg</photo>", Map.of("p.jpg", JPEG));
        String id = wells.rows(reviewer, "").getFirst();
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
        String old = wells.rows(reviewer, "").getFirst();
        wells.post(
                "amal",
                wells.instance("uuid:" + UUID.randomUUID(), first, Reviewing.agreed() + "<owner>Amal Z</owner>"),
                Map.of());
        wells.send("<owner>Bojan</owner>");
        String changed = wells.rows(reviewer, "f.owner=Amal").getFirst();
        String waiting = wells.rows(reviewer, "f.owner=Bojan").getFirst();
        assertThat(reviewer.get(wells.path() + "/" + changed).body())
                .contains("/review/" + waiting + "\"", "/review/" + old + "\"", "The version before");
        assertThat(reviewer.get(wells.path() + "/" + old).body())
                .contains("/review/" + changed + "\"", "The contributor has changed this since")
                .doesNotContain("value=\"approve\"");
        decide("approve", "", old);
        assertThat(state(old)).isEqualTo("received");
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
}
