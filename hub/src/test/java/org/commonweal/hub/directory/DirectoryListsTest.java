package org.commonweal.hub.directory;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists of the directory as people use them: searching, filtering, taking along. */
@HubTest
class DirectoryListsTest {
    @Autowired
    Community community;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zürcher",
                "ZURCHER",
                "zurch",
                "Quartierhöfe zurchr",
                "zurcher quartirhofe",
                "suisse zurcher",
                "سويسرا zurcher"
            })
    void searchMindsNeitherAccentsNorSlips(String words) {
        community.once("Zürcher Quartierhöfe", "CH");
        assertThat(community
                        .stranger()
                        .get("/organisations?q=" + Community.encode(words))
                        .body())
                .contains("Zürcher Quartierhöfe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "(", ":*", "🙂"})
    void whatHoldsNoWordFindsNothingInAllRooms(String signs) {
        community.once("Zürcher Quartierhöfe", "CH");
        assertThat(community
                        .stranger()
                        .get("/search?q=" + Community.encode(signs))
                        .body())
                .contains("Nothing found");
    }

    @Test
    void looseFindsAreSaidToBeLoose() {
        community.once("Zürcher Quartierhöfe", "CH");
        Visitor reader = community.stranger();
        assertThat(reader.get("/organisations?q=quartirhofe").body()).contains("Nothing is spelt exactly like that");
        assertThat(reader.get("/organisations?q=quartierhofe").body()).doesNotContain("Nothing is spelt exactly");
        assertThat(reader.get("/organisations?q=xyzzyqwv").body()).contains("Nothing found");
    }

    @Test
    void filtersCountWhatTheyLeave() {
        Visitor maker = community.member();
        community.make(maker, "Facet One", "PW", "grassroots");
        community.make(maker, "Facet Two", "PW", "research");
        community.make(maker, "Facet Three", "PW", "research");
        community.make(maker, "Facet Four", "NR", "research");
        String body =
                community.stranger().get("/organisations?q=facet&country=PW").body();
        assertThat(body).contains("3 organisations", "Facet One").doesNotContain("Facet Four");
        assertThat(count(body, "Palau")).isEqualTo("3");
        assertThat(count(body, "Nauru")).as("a second country may be added").isEqualTo("1");
        assertThat(count(body, "University or research")).as("within Palau").isEqualTo("2");
        String both = community
                .stranger()
                .get("/organisations?q=facet&country=PW&type=research")
                .body();
        assertThat(both).contains("2 organisations");
        assertThat(count(both, "Grassroots or community network")).isEqualTo("1");
        assertThat(community
                        .stranger()
                        .get("/organisations?q=facet&sort=newest")
                        .body())
                .contains("4 organisations");
    }

    @Test
    void downloadsHoldJustWhatIsShown() throws Exception {
        Visitor maker = community.member();
        community.accepted(maker.post(
                "/organisations/new",
                Map.of(
                        "name",
                        "=Formula; \"quoted\"",
                        "country",
                        "TV",
                        "place",
                        "Funafuti",
                        "latitude",
                        "-8.5",
                        "longitude",
                        "179.2")));
        community.make(maker, "Tuvalu Tides", "TV", "research");
        List<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                maker.get("/organisations.csv?country=TV").body())
                        .stream()
                        .toList();
        assertThat(rows)
                .extracting(row -> row.getField("name"))
                .containsExactly("'=Formula; \"quoted\"", "Tuvalu Tides");
        assertThat(rows.getFirst().getField("latitude")).isEqualTo("-8.5");

        JsonNode json = JsonMapper.shared()
                .readTree(maker.get("/organisations.json?country=TV").body());
        assertThat(json.size()).isEqualTo(2);
        assertThat(json.get(0).get("name").asString()).isEqualTo("=Formula; \"quoted\"");
        assertThat(json.get(0).get("page").asString()).startsWith("http://localhost");

        JsonNode map = JsonMapper.shared()
                .readTree(maker.get("/organisations.geojson?country=TV").body());
        assertThat(map.get("features").get(0).get("geometry").get("coordinates").toString())
                .isEqualTo("[179.2,-8.5]");
        assertThat(map.get("features").get(1).get("geometry").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organisations?q=%27%3B--",
                "/organisations?country=x&type=x%27&page=9999999",
                "/organisations?place=%27",
                "/organisations?q=a%26b%7C%21%28%3A%2A",
                "/projects?theme=nothing&sort=odd",
                "/organisations?q=%F0%9F%8C%8D",
                "/topics",
                "/topics/open-data",
                "/places",
                "/places/XK"
            })
    void oddAddressesAreAnswered(String address) {
        assertThat(community.stranger().get(address).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organisations/none-00000000",
                "/organisations/x",
                "/projects/x",
                "/topics/none",
                "/places/ZZ",
                "/imports.csv"
            })
    void whatThereIsNotIsNotFound(String address) {
        assertThat(community.stranger().get(address).statusCode()).isEqualTo(404);
    }

    private static String count(String body, String label) {
        String after = body.substring(body.indexOf("<span>" + label + "</span><span class=\"count\">"));
        return after.replaceFirst("(?s)<span>[^<]*</span><span class=\"count\">([^<]*)<.*", "$1");
    }
}
