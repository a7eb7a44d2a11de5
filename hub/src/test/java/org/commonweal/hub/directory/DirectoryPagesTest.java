package org.commonweal.hub.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.hub.directory.Community.path;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of organisations and projects as people use them: adding, changing, and who may. */
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
        String page = community.accepted(maker.post(
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
        String page = community.accepted(owner.post("/organisations/new", Map.of("name", "Guarded")));
        UUID id = community.id(page);
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

    /** Two editors, one form: the second to save is told what the first one saved. */
    @ParameterizedTest
    @CsvSource({"/organisations/new", "/projects/new?organisation=ID"})
    void nobodyWritesOverWhatTheyDidNotSee(String made) {
        Visitor editor = community.member();
        String owner = community.accepted(editor.post("/organisations/new", Map.of("name", "Two editors")));
        String path = made.replace("ID", community.id(owner).toString());
        String page = community.accepted(editor.post(path, Map.of("name", "Twice edited", "country", "SD")));
        String drawn = seen(editor.get(page + "/edit").body());
        String theirs = path(editor.post(
                page + "/edit",
                Map.of("seen", drawn, "name", "Twice edited", "country", "EG", "theme", "health-and-wellbeing")));

        var told = editor.post(
                page + "/edit",
                Map.of("seen", drawn, "name", "Twice edited", "country", "SD", "summary", "Wells that last."));
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body())
                .contains("This was changed meanwhile", "Wells that last.")
                .contains("Egypt</p>", "Health and wellbeing</p>")
                .doesNotContain("id=\"name-now\"");
        assertThat(community.stranger().get(theirs).body())
                .contains("Egypt", "Health and wellbeing")
                .doesNotContain("Wells that last.");
        assertThat(editor.post(
                                page + "/edit?lang=ar",
                                Map.of("seen", drawn, "name", "Twice edited", "country", "SD", "website", "a.example"))
                        .body())
                .contains("تغيّر هذا في هذه الأثناء");

        editor.post(
                page + "/edit?lang=en",
                Map.of("seen", seen(told.body()), "name", "Twice edited", "summary", "Wells that last."));
        assertThat(community.stranger().get(theirs).body())
                .contains("Wells that last.")
                .doesNotContain("Egypt");
    }

    private static String seen(String body) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(body);
        assertThat(seen.find()).as(body).isTrue();
        return seen.group(1);
    }

    @Test
    void whatIsNotThereIsNotAccepted() {
        assertThat(organisations.isAccepted(UUID.randomUUID())).isFalse();
    }

    @Test
    void anEditorAddsAProjectThatTheOrganisationLeads() {
        Visitor owner = community.member();
        String page =
                community.accepted(owner.post("/organisations/new", Map.of("name", "Harbour Watch", "country", "MT")));
        String project = path(owner.post(
                "/projects/new?organisation=" + community.id(page),
                Map.of("name", "Clean Harbour", "technology", "sensors")));
        assertThat(owner.get(project).body()).contains("Clean Harbour", "Harbour Watch", "Leads it", "Sensors");
        assertThat(owner.get(page).body())
                .as("the organisation has its project's topics")
                .contains("Clean Harbour", "/topics/sensors");
        assertThat(owner.get("/projects?country=MT").body())
                .as("found where its organisation is")
                .contains("Clean Harbour");
        assertThat(community.editorOf(community.id(page)).get(project + "/edit").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTextInNobodyKnowsWhichLanguageGivesWayToWhatAnEditorWrites() {
        Visitor maker = community.member();
        String page = community.make(maker, "Polyglot", "CH", "research");
        jdbc.sql("update directory.organisation set summary = :text::jsonb where id = :id")
                .param("text", "{\"source\": \"und\", \"und\": \"Wie importiert\"}")
                .param("id", community.id(page))
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
        String page = community.accepted(maker.post(
                "/organisations/new",
                Map.of("name", "<script>alert('Escapade')</script>", "summary", "\"><img src=x onerror=alert(1)>")));
        for (String shown : List.of(page, "/organisations?q=escapade", page + "/edit", "/search?q=escapade"))
            assertThat(maker.get(shown).body())
                    .as(shown)
                    .contains("&lt;script")
                    .doesNotContain("<script>alert(", "<img src=x");
    }

    @Test
    void whatOtherRoomsLinkToAThingStandsOnItsPage() {
        OrganisationRef made = community.once("Linked Org", "FO");
        links.put(
                new ThingRef("campaign", UUID.randomUUID()),
                "asked-by",
                made.thing(),
                "/campaigns/air-on-our-street",
                "The air on our street");
        assertThat(community.stranger().get(made.path()).body())
                .contains("/campaigns/air-on-our-street", "The air on our street");
    }

    private static int call(Visitor visitor, String method, String path) {
        return (method.equals("GET") ? visitor.get(path) : visitor.post(path, Map.of("name", "Taken over")))
                .statusCode();
    }
}
