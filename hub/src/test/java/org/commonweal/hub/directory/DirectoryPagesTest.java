package org.commonweal.hub.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.hub.directory.Community.path;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.ThingRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory's pages as people use them: adding, changing, finding, taking along. */
@HubTest
class DirectoryPagesTest {
    @Autowired
    Community community;

    @Autowired
    Organisations organisations;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoeverIsSignedInAddsAnOrganisationAndIsItsEditor() {
        Visitor maker = community.member();
        String page = accepted(maker.post(
                "/organisations/new",
                Map.of(
                        "name", "Brunnen für Nubien",
                        "summary", "Wells that last.",
                        "kind", "grassroots",
                        "website", "brunnen.example",
                        "country", "SD",
                        "place", "Wadi Halfa",
                        "latitude", "21,8",
                        "longitude", "31.35",
                        "theme", "health-and-wellbeing")));
        assertThat(page).startsWith("/organisations/brunnen-fur-nubien-");
        String body = maker.get(page).body();
        assertThat(body)
                .contains("Brunnen für Nubien", "Wells that last.", "Grassroots", "https://brunnen.example")
                .contains("Wadi Halfa, Sudan", "Health and wellbeing", "<svg", page + "/edit");
        assertThat(community.stranger().get(page).body()).doesNotContain("/edit");
        assertThat(maker.get(page + "?lang=ar").body()).contains("dir=\"rtl\"", "السودان", "الصحة والعافية");

        String renamed = path(maker.post(page + "/edit", Map.of("name", "Wells for Nubia", "country", "SD")));
        assertThat(renamed).startsWith("/organisations/wells-for-nubia-");
        var old = community.stranger().get(page);
        assertThat(old.statusCode()).as("the old address leads on").isEqualTo(301);
        assertThat(path(old)).isEqualTo(renamed);
    }

    @Test
    void countsThatAreKeptAreRightAfterEveryChange() {
        Visitor keeper = community.administrator();
        String word = "Sibylline" + System.nanoTime();
        assertThat(found(word)).isZero();
        String page = path(keeper.post("/organisations/new", Map.of("name", word + " one", "country", "SD")));
        assertThat(found(word)).isEqualTo(1);
        keeper.post("/organisations/new", Map.of("name", word + " two", "country", "EG"));
        assertThat(found(word)).isEqualTo(2);
        assertThat(found(word + "&country=EG&sort=newest")).isEqualTo(1);
        keeper.post(page + "/edit", Map.of("name", "Renamed"));
        assertThat(found(word)).isEqualTo(1);
        // What another hub on the same database writes, here in a transaction that touches many rows, counts as well.
        jdbc.sql("update directory.organisation set name = 'Renamed' where name like :word")
                .param("word", word + "%")
                .update();
        assertThat(found(word)).isZero();
    }

    private long found(String query) {
        String body = community.stranger().get("/organisations?q=" + query).body();
        Matcher count = Pattern.compile("role=\"status\">(\\d+)").matcher(body);
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    @Test
    void theFormTellsAllFaultsAtOnceAndKeepsWhatWasTyped() {
        var answer = community
                .member()
                .post(
                        "/organisations/new",
                        Map.of(
                                "name", "",
                                "summary", "Kept as typed",
                                "kind", "gang",
                                "website", "javascript:alert(1)",
                                "country", "ZZ",
                                "latitude", "91",
                                "longitude", ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("It needs a name.", "Choose a type", "is not the address of a website", "Choose a country")
                .contains("A point needs latitude and longitude", "«91» is not a latitude", "Kept as typed");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /organisations/new",
        "POST, /organisations/new",
        "GET, /organisations/ADDRESS/edit",
        "POST, /organisations/ADDRESS/edit",
        "GET, /projects/new",
        "POST, /projects/new?organisation=ID",
        "POST, /projects/new",
        "GET, /projects/PROJECT/edit",
        "POST, /projects/PROJECT/edit",
        "GET, /imports",
        "GET, /imports/00000000-0000-0000-0000-000000000000.csv"
    })
    void strangersChangeNothing(String method, String path) {
        Visitor owner = community.member();
        String page = accepted(owner.post("/organisations/new", Map.of("name", "Guarded")));
        UUID id = id(page);
        String project = path(owner.post("/projects/new?organisation=" + id, Map.of("name", "Guarded too")));
        String asked = path.replace("/organisations/ADDRESS", page)
                .replace("/projects/PROJECT", project)
                .replace("ID", id.toString());
        assertThat(call(community.stranger(), method, asked)).as("a stranger").isEqualTo(403);
        boolean open = path.equals("/organisations/new") || path.equals("/projects/new") && method.equals("GET");
        if (!open) {
            assertThat(call(community.member(), method, asked))
                    .as("another member")
                    .isEqualTo(403);
            assertThat(owner.get(page).body()).contains("Guarded");
        }
    }

    @Test
    void whatIsNotThereIsNotAccepted() {
        assertThat(organisations.isAccepted(UUID.randomUUID())).isFalse();
    }

    @Test
    void anEditorAddsAProjectThatTheOrganisationLeads() {
        Visitor owner = community.member();
        String page = accepted(owner.post("/organisations/new", Map.of("name", "Harbour Watch", "country", "MT")));
        String project = path(owner.post(
                "/projects/new?organisation=" + id(page), Map.of("name", "Clean Harbour", "technology", "sensors")));
        assertThat(owner.get(project).body()).contains("Clean Harbour", "Harbour Watch", "Leads it", "Sensors");
        assertThat(owner.get(page).body())
                .as("the organisation has its project's topics")
                .contains("Clean Harbour", "/topics/sensors");
        assertThat(owner.get("/projects?country=MT").body())
                .as("found where its organisation is")
                .contains("Clean Harbour");
        assertThat(community.editorOf(id(page)).get(project + "/edit").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTextInNobodyKnowsWhichLanguageGivesWayToWhatAnEditorWrites() {
        Visitor maker = community.member();
        String page = make(maker, "Polyglot", "CH", "research");
        jdbc.sql("update directory.organisation set summary = :text::jsonb where id = :id")
                .param("text", "{\"source\": \"und\", \"und\": \"Wie importiert\"}")
                .param("id", id(page))
                .update();
        assertThat(maker.get(page + "/edit?lang=fr").body()).contains("Wie importiert");
        maker.post(page + "/edit", Map.of("name", "Polyglot", "summary", "Écrit ici"));
        assertThat(maker.get(page + "?lang=en").body())
                .contains("lang=\"fr\" dir=\"auto\">Écrit ici")
                .doesNotContain("Wie importiert");
        maker.post(page + "/edit", Map.of("name", "Polyglot", "summary", "Written here"));
        assertThat(maker.get(page + "?lang=fr").body()).contains("Écrit ici");
        assertThat(maker.get(page + "?lang=en").body()).contains("Written here");
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        Visitor maker = community.member();
        String page = accepted(maker.post(
                "/organisations/new",
                Map.of("name", "<script>alert('Escapade')</script>", "summary", "\"><img src=x onerror=alert(1)>")));
        for (String shown : List.of(page, "/organisations?q=escapade", page + "/edit", "/search?q=escapade"))
            assertThat(maker.get(shown).body())
                    .as(shown)
                    .contains("&lt;script")
                    .doesNotContain("<script>alert(", "<img src=x");
    }

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
        once("Zürcher Quartierhöfe", "CH");
        assertThat(community.stranger().get("/organisations?q=" + encode(words)).body())
                .contains("Zürcher Quartierhöfe");
    }

    @Test
    void looseFindsAreSaidToBeLoose() {
        once("Zürcher Quartierhöfe", "CH");
        Visitor reader = community.stranger();
        assertThat(reader.get("/organisations?q=quartirhofe").body()).contains("Nothing is spelt exactly like that");
        assertThat(reader.get("/organisations?q=quartierhofe").body()).doesNotContain("Nothing is spelt exactly");
        assertThat(reader.get("/organisations?q=xyzzyqwv").body()).contains("Nothing found");
    }

    @Test
    void filtersCountWhatTheyLeave() {
        Visitor maker = community.member();
        make(maker, "Facet One", "PW", "grassroots");
        make(maker, "Facet Two", "PW", "research");
        make(maker, "Facet Three", "PW", "research");
        make(maker, "Facet Four", "NR", "research");
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
        accepted(maker.post(
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
        make(maker, "Tuvalu Tides", "TV", "research");
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

    @Test
    void whatOtherRoomsLinkToAThingStandsOnItsPage() {
        OrganisationRef made = once("Linked Org", "FO");
        links.put(
                new ThingRef("campaign", UUID.randomUUID()),
                "asked-by",
                made.thing(),
                "/campaigns/air-on-our-street",
                "The air on our street");
        assertThat(community.stranger().get(made.path()).body())
                .contains("/campaigns/air-on-our-street", "The air on our street");
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

    /** An organisation that several tests look for, made by the first. */
    private synchronized OrganisationRef once(String name, String country) {
        String body = community
                .stranger()
                .get("/organisations.json?q=" + encode(name) + "&country=" + country)
                .body();
        JsonNode found = JsonMapper.shared().readTree(body);
        if (found.size() > 0)
            return organisations.get(UUID.fromString(found.get(0).get("id").asString()));
        return organisations.get(id(make(community.member(), name, country, "grassroots")));
    }

    private String make(Visitor maker, String name, String country, String kind) {
        return accepted(maker.post("/organisations/new", Map.of("name", name, "country", country, "kind", kind)));
    }

    private UUID id(String page) {
        return organisations
                .findByTail(page.substring(page.length() - 8))
                .orElseThrow()
                .id();
    }

    private static int call(Visitor visitor, String method, String path) {
        return (method.equals("GET") ? visitor.get(path) : visitor.post(path, Map.of("name", "Taken over")))
                .statusCode();
    }

    private static String count(String body, String label) {
        String after = body.substring(body.indexOf("<span>" + label + "</span><span class=\"count\">"));
        return after.replaceFirst("(?s)<span>[^<]*</span><span class=\"count\">([^<]*)<.*", "$1");
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
    /** The page of an organisation that was just made, after somebody who keeps the hub has looked at it. */
    private String accepted(HttpResponse<String> answer) {
        String page = path(answer);
        organisations.listWaiting().stream()
                .filter(waiting -> waiting.path().equals(page))
                .forEach(waiting -> organisations.accept(waiting.id()));
        return page;
    }
}
