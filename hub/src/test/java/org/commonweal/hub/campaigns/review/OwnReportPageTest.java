package org.commonweal.hub.campaigns.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Secret;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A contributor's private page shows all that was sent, to its contributor alone, and what this very report led to. */
@HubTest
class OwnReportPageTest {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    private Reviewing wells;
    private Visitor reviewer;

    @BeforeEach
    void begin() {
        wells = Reviewing.open(port, beans);
        reviewer = wells.reviewer();
    }

    @Test
    void showsThePicturesAndThePlaceThatWereSent() {
        String link = wells.send(
                "<place>44.82 20.46 0 12</place><photo>a b#1.jpg</photo><paper>note.txt</paper><paper>gone.pdf</paper>",
                Map.of("a b#1.jpg", JPEG, "note.txt", new byte[] {65}));
        Visitor contributor = new Visitor(port);
        Document page = Jsoup.parse(contributor.get(link).body());
        assertThat(page.select("ul.pictures img").eachAttr("src")).containsExactly(link + "/file?name=a+b%231.jpg");
        assertThat(page.select("ul.pictures li").text()).contains("note.txt", "gone.pdf · has not come yet");
        assertThat(page.select(".map-frame .place")).hasSize(1);
        HttpResponse<String> picture = contributor.get(link + "/file?name=a+b%231.jpg");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(picture.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        HttpResponse<String> note = contributor.get(link + "/file?name=note.txt");
        assertThat(note.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    /** Each number keeps its own direction; a whole that ran from the left would set every word beside the other number. */
    @Test
    void tellsAnArabicReaderThePlaceInTheOrderOfTheWords() {
        String link = wells.send("<place>-35.25 8.5 0 12</place>");
        Visitor contributor = new Visitor(port);
        assertThat(contributor.get(link + "?lang=ar").body())
                .containsPattern("\u2067\u206635[.]250*°\u2069\u00a0جنوب، \u20668[.]50*°\u2069\u00a0شرق\u2069");
        assertThat(contributor.get(link + "?lang=fr").body())
                .containsPattern("\u206635,250*°\u00a0S, 8,50*°\u00a0E\u2069");
    }

    @Test
    void aPictureIsToldByItsQuestionAndNotByTheNameOfItsFile() {
        String link = wells.send("<photo>315.jpg</photo>", Map.of("315.jpg", JPEG));
        Document page = Jsoup.parse(new Visitor(port).get(link).body());
        assertThat(page.select("ul.pictures img").attr("alt")).isEqualTo("A photo");
        assertThat(page.select("main").text()).doesNotContain("315.jpg", "could not be shown");
    }

    @Test
    void whatCameForAPictureAndIsNoneIsKeptAndToldSo() {
        String link = wells.send(
                "<photo>photo.jpg</photo><paper>note.txt</paper>",
                Map.of("photo.jpg", "No picture".getBytes(StandardCharsets.UTF_8), "note.txt", new byte[] {65}));
        Visitor contributor = new Visitor(port);
        assertThat(Jsoup.parse(contributor.get(link).body())
                        .select("ul.pictures li")
                        .eachText())
                .containsExactlyInAnyOrder(
                        "photo.jpg It could not be shown as a picture. It is kept as it came.", "note.txt");
        assertThat(contributor.get(link + "/file?name=photo.jpg").body()).isEqualTo("No picture");
    }

    @Test
    void showsItsFilesToNobodyElse() {
        String link = wells.send("<photo>p.jpg</photo>", Map.of("p.jpg", JPEG));
        String other = wells.send("<owner>Bojan</owner>");
        Visitor anybody = new Visitor(port);
        assertThat(anybody.get(other + "/file?name=p.jpg").statusCode())
                .as("another's link")
                .isEqualTo(404);
        assertThat(anybody.get("/reports/" + Secret.make().text() + "/file?name=p.jpg")
                        .statusCode())
                .as("a guess")
                .isEqualTo(404);
        anybody.post(link + "/withdraw", Map.of());
        assertThat(anybody.get(link + "/file?name=p.jpg").statusCode())
                .as("taken back")
                .isEqualTo(404);
    }

    @Test
    void namesTheFindingsThatCountedItAndNoOther() {
        List<String> links = new ArrayList<>();
        for (int i = 1; i <= 12; i++) links.add(wells.send("<depth>" + i + "</depth>"));
        String without = wells.send("<owner>No depth</owner>");
        approveAll();
        publish("How deep the wells are");
        String late = wells.send("<depth>13</depth>");
        approveAll();
        Visitor contributor = new Visitor(port);
        for (String link : links)
            assertThat(contributor.get(link).body()).as(link).contains("How deep the wells are");
        assertThat(contributor.get(without).body())
                .as("did not say how deep")
                .contains("looked at and counts")
                .doesNotContain("How deep the wells are");
        assertThat(contributor.get(late).body())
                .as("came after it was published")
                .contains("looked at and counts")
                .doesNotContain("How deep the wells are");
    }

    private void approveAll() {
        reviewer.get(wells.path());
        assertThat(reviewer.post(
                                wells.path(),
                                Map.of(
                                        "verb",
                                        "approve",
                                        "all",
                                        "on",
                                        "newest",
                                        "ffffffff-ffff-ffff-ffff-ffffffffffff"))
                        .statusCode())
                .isEqualTo(303);
    }

    private void publish(String title) {
        Map<String, String> finding = Map.of(
                "variable", "depth",
                "statistic", "mean",
                "comparison", "ge",
                "areas", "whole",
                "times", "none",
                "language", "en",
                "title", title,
                "limitations", "Only where somebody measured.");
        String draft =
                path(reviewer.post("/findings/new?from=" + wells.campaign.ref().toString(), finding));
        String seen = Jsoup.parse(reviewer.get(draft).body())
                .select("input[name=seen]")
                .attr("value");
        assertThat(path(reviewer.post(draft + "/publish", Map.of("seen", seen))))
                .startsWith("/findings/");
    }

    private static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }
}
