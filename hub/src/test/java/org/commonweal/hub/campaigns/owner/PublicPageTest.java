package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Statements;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Mail;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the public sees of a campaign, and what it does not. */
@HubTest
class PublicPageTest {
    private static Owner owner;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    private final Visitor stranger() {
        return new Visitor(port);
    }

    @BeforeEach
    void comeIn() {
        if (owner == null) owner = Owner.comeIn(port, mail, jdbc);
    }

    @Test
    void aDraftIsNotThere() {
        String campaign = owner.makeReady("A secret draft");
        assertThat(stranger().get(campaign).statusCode()).isEqualTo(404);
        assertThat(stranger().get(campaign + "/poster").statusCode()).isEqualTo(404);
        assertThat(stranger().get("/campaigns").body()).doesNotContain("A secret draft");
        assertThat(stranger().get("/campaigns.json").body()).doesNotContain("A secret draft");
        assertThat(owner.browser.get(campaign).body()).contains("This is a draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/campaigns", "/campaigns.csv", "/campaigns.json"})
    void allCampaignsAreReadOnce(String path) {
        owner.makeOpen("Read once for " + path);
        owner.makeOpen("And once with it for " + path);
        List<String> asked = Statements.during(
                () -> assertThat(stranger().get(path).statusCode()).isEqualTo(200));
        assertThat(asked)
                .filteredOn(sql -> sql.contains("from campaigns.campaign"))
                .hasSize(1);
        if (path.startsWith("/campaigns."))
            assertThat(asked)
                    .as("reports are counted all at once, or are known")
                    .filteredOn(sql -> sql.contains("from campaigns.submission"))
                    .hasSizeLessThan(2);
    }

    @Test
    void anOpenCampaignSaysWhatHappensWithAnswers() {
        String campaign = owner.makeOpen("How full are our wells");
        assertThat(stranger().get(campaign).body())
                .contains("How full are our wells")
                .contains("Nobody counts which.")
                .contains("href=\"" + campaign + "/answer\"")
                .contains("Answer now\u00a0· 4\u00a0minutes <small>safe on a bad line</small>")
                .contains("We count dry wells by village")
                .contains("kept for 12 months after it comes in")
                .contains("fewer than 10 people")
                .contains("wells@example.org")
                .contains("<svg");
        assertThat(stranger().get(campaign + "/poster").body()).contains("Scan and answer");
    }

    @Test
    void theCountIsRoundedDownWhileReportsWait() {
        String campaign = owner.makeOpen("Thirteen reports");
        report(campaign, 13, "received", 44.8, 20.4);
        assertThat(stranger().get(campaign).body())
                .doesNotContain("13 reports", "<bdi>13")
                .contains("<span>At least</span> <b class=\"figures\"><bdi>10</bdi></b> <span>reports</span>");
        assertThat(number(campaign + "?lang=fr")).isEqualTo("Au moins 10 réponses");
        assertThat(number(campaign + "?lang=es")).isEqualTo("Al menos 10 respuestas");
        assertThat(number(campaign + "?lang=ar")).isEqualTo("10 بلاغات على الأقل");
    }

    /** What is counted, in the order in which it is read. */
    private String number(String page) {
        return Jsoup.parse(stranger().get(page).body()).select(".figure-number").text();
    }

    @Test
    void noReportsAreToldAsNone() {
        assertThat(stranger().get(owner.makeOpen("No reports")).body())
                .contains("<bdi>0</bdi></b> <span>reports</span>", "No reports yet.")
                .doesNotContain("Fewer than", "All of them have been looked at");
    }

    @Test
    void fewReportsAreNotEvenCounted() {
        String campaign = owner.makeOpen("Three reports");
        report(campaign, 3, "received", 44.8, 20.4);
        assertThat(number(campaign)).isEqualTo("Fewer than 5 reports");
        assertThat(number(campaign + "?lang=ar")).isEqualTo("أقل من 5 بلاغات");
        assertThat(stranger().get(campaign).body()).doesNotContain("class=\"ramp");
    }

    @Test
    void aMapCellTakesAsManyPeopleAsAnyFigureHoweverManyReportsOneSends() {
        String crowd = owner.makeOpen("Eleven people");
        report(crowd, 11, "approved", 44.8, 20.4);
        assertThat(stranger().get(crowd).body())
                .contains("class=\"ramp alone\"")
                .contains("At least 10 reports")
                .contains("from which 10 people or more reported");
        String few = owner.makeOpen("Nine people");
        report(few, 9, "approved", 44.8, 20.4);
        assertThat(stranger().get(few).body()).doesNotContain("class=\"ramp");
        String careful = owner.makeOpen("Eleven of twelve people");
        report(careful, 11, "approved", 44.8, 20.4);
        jdbc.sql("update campaigns.campaign set threshold = 12 where id = :id")
                .param("id", find(careful).id())
                .update();
        assertThat(stranger().get(careful).body()).doesNotContain("class=\"ramp");
        String single = owner.makeOpen("One person, eleven reports");
        report(single, 11, "approved", 44.8, 20.4);
        jdbc.sql("update campaigns.submission set contributor = 'x' where campaign_id = :id")
                .param("id", find(single).id())
                .update();
        assertThat(stranger().get(single).body()).doesNotContain("class=\"ramp");
    }

    @Test
    void theCountOfPeoplesReportsStaysCoarseOnceAllAreReviewed() {
        String campaign = owner.makeOpen("Thirteen reviewed reports");
        report(campaign, 13, "approved", 44.8, 20.4);
        assertThat(number(campaign)).isEqualTo("At least 10 reports");
    }

    @Test
    void markupInWordsIsOnlyWords() {
        String campaign = owner.makeOpen("<script>alert(1)</script> & wells");
        assertThat(stranger().get(campaign).body())
                .doesNotContain("<script>alert(1)")
                .contains("&lt;script>alert(1)");
        assertThat(stranger().get("/campaigns?q=alert").body()).doesNotContain("<script>alert(1)");
        assertThat(stranger().get("/").body()).doesNotContain("<script>alert(1)");
    }

    @Test
    void anOldAddressLeadsToThePresentOne() {
        String before = owner.makeOpen("Wells before");
        owner.browser.post(before + "/about", owner.about("Wells after"));
        String after = find(before).path();
        assertThat(after).isNotEqualTo(before);
        HttpResponse<String> answer = stranger().get(before);
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(after);
    }

    @Test
    void aClosedCampaignSaysSoAndTakesNothing() {
        String campaign = owner.makeOpen("Wells closed");
        owner.browser.post(campaign + "/close", Map.of());
        assertThat(stranger().get(campaign).body())
                .contains("It takes no more answers")
                .contains("Closed on")
                .doesNotContain("/answer\"");
    }

    @Test
    void theListIsSearchedFilteredAndDownloadedWithoutContacts() {
        String name = "Zanzibar" + Ids.tail(Ids.next());
        owner.makeOpen(name + " wells");
        assertThat(stranger().get("/campaigns?q=" + name.toLowerCase()).body()).contains("1 campaign ·");
        assertThat(stranger()
                        .get("/campaigns?q=" + name + "&country=RS&state=open")
                        .body())
                .contains(name);
        assertThat(stranger().get("/campaigns?q=" + name + "&country=FR").body())
                .contains("Nothing found");
        String json = stranger().get("/campaigns.json?q=" + name).body();
        assertThat(json).contains(name).doesNotContain("wells@example.org").contains("\"reports_at_least\":0");
        assertThat(stranger().get("/campaigns.csv?q=" + name).body())
                .startsWith("id,address,title")
                .doesNotContain("wells@example.org");
        assertThat(stranger().get("/search?q=" + name).body()).contains(name + " wells");
    }

    @Test
    void readersSeeTheirOwnLanguageWhereItWasWritten() {
        String campaign = owner.makeOpen("Wells in French");
        assertThat(owner.browser
                        .post(campaign + "/in/fr", Map.of("title", "Nos puits"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stranger().get(campaign + "?lang=fr").body())
                .contains("Nos puits")
                .contains("Répondre\u00a0· 4\u00a0minutes");
        assertThat(stranger().get(campaign + "?lang=ar").body())
                .contains("dir=\"rtl\"")
                .contains("Wells in French");
    }

    private void report(String campaign, int number, String state, double latitude, double longitude) {
        UUID id = find(campaign).id();
        for (int i = 0; i < number; i++)
            jdbc.sql("""
                            insert into campaigns.submission (id, campaign_id, instance_id, source, observed_at, xml, sha256,
                              answers, contributor, latitude, longitude, state)
                            values (:id, :campaign, :instance, 'web', now(), '<data/>', :sha, '{}', :contributor, :lat, :lon,
                              :state)""")
                    .param("id", Ids.next())
                    .param("campaign", id)
                    .param("instance", "uuid:" + UUID.randomUUID())
                    .param("sha", new byte[32])
                    .param("contributor", new byte[] {(byte) i})
                    .param("lat", latitude)
                    .param("lon", longitude)
                    .param("state", state)
                    .update();
    }

    private Campaign find(String path) {
        return campaigns.getByAddress(path);
    }
}
