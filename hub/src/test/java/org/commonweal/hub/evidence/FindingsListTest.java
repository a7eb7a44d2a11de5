package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list in all its forms; each test looks at its own campaign, since others publish too. */
@HubTest
class FindingsListTest {
    @Autowired
    Desk desk;

    UUID thing;
    String list;

    @BeforeEach
    void publish() {
        thing = desk.data.things(desk.organisation("Air & Water"), "Our street");
        for (int i = 1; i < 20; i++)
            desk.data.get(thing).row("2026-03-%02dT09:00:00Z".formatted(i), "a", "Sensor 1", 44.8, 20.4, "2" + i % 10);
        Visitor reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        Desk.publish(reviewer, thing, Desk.form("title", "Dust & smoke: 100 % more"));
        Desk.publish(reviewer, thing, Desk.form("title", "Half of the days are fine", "statistic", "median"));
        list = "?campaign=" + thing;
    }

    @Test
    void isSearchedAndFiltered() {
        assertThat(page("")).contains("2 findings", "Dust &amp; smoke", "Half of the days", "Air &amp; Water");
        assertThat(page("&q=smoke")).contains("1 finding", "Dust &amp; smoke").doesNotContain("Half of the days");
        assertThat(page("&q=100+%25")).contains("1 finding");
        assertThat(page("&q=%25")).as("no word was typed").contains("2 findings");
        assertThat(page("&statistic=median")).contains("Half of the days").doesNotContain("Dust &amp; smoke");
        assertThat(page("&topic=air&year=2026")).contains("findings");
        assertThat(page("&q=nothing-like-it")).contains("Nothing found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ecole            | À l'école, l'air est pire
            ÉCOLE pire       | À l'école, l'air est pire
            air pir          | À l'école, l'air est pire
            المدرسة          | الهَوَاء في المَدْرَسَة أسوأ
            المدرسه اسوا     | الهَوَاء في المَدْرَسَة أسوأ
            ٱلهَواء          | الهَوَاء في المَدْرَسَة أسوأ
            lodz straße      | Smog in Łódź, Strasse by Strasse
            """)
    void isFoundWithoutAccents(String typed, String title) {
        Visitor reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        Desk.publish(reviewer, thing, Desk.form("title", title));
        String asked = "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        assertThat(page(asked)).contains("1 finding", title).doesNotContain("Dust &amp; smoke");
        assertThat(page(asked + "+nothing")).as("each word counts").contains("Nothing found");
    }

    @Test
    void isHadAsFiles() throws Exception {
        Visitor stranger = desk.visitor();
        assertThat(stranger.get("/findings.csv" + list).body())
                .contains("Half of the days are fine,median,Air & Water");
        JsonNode json = JsonMapper.shared()
                .readTree(stranger.get("/findings.json" + list).body());
        assertThat(json.get("findings").size()).isEqualTo(2);
        var feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(stranger.get("/findings.atom" + list).body())));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
    }

    @Test
    void standsOnTheHomePageAndInTheSearch() {
        assertThat(desk.visitor().get("/").body()).contains("Half of the days are fine");
        assertThat(desk.visitor().get("/search?q=Half+of+the+days").body()).contains("Half of the days are fine");
    }

    @Test
    void readsNoRowForStrangers() {
        String path = page("").transform(list -> list.substring(list.indexOf("/findings/half-of-the-days")));
        path = path.substring(0, path.indexOf('"'));
        long before = desk.data.described.get();
        assertThat(desk.visitor().get(path).body()).contains("Half of the days are fine", "Our street");
        page("");
        desk.visitor().get("/");
        assertThat(desk.data.described.get()).isEqualTo(before);
    }

    private String page(String more) {
        return desk.visitor().get("/findings" + list + more).body();
    }
}
