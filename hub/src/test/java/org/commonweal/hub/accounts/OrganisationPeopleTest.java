package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.directory.OrganisationRef;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation's editor brings in others, and only into this organisation. */
@HubTest
class OrganisationPeopleTest {
    private static final Pattern LINK = Pattern.compile("/invitations/[A-Za-z0-9_-]{43}");

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Rights rights;

    @Autowired
    JdbcClient jdbc;

    private OrganisationRef wells;
    private String people;
    private Visitor editor;

    @BeforeEach
    void begin() {
        wells = organisation("Wells of the valley");
        people = wells.path() + "/people";
        editor = invited("editor", wells);
        editor.get(people);
    }

    @Test
    void anInvitedReviewerIsListedAndLosesTheRoleAgain() {
        String link = link(invite("reviewer"));
        assertThat(new Visitor(port).get(link).body()).contains("It holds in Wells of the valley and nowhere else.");
        Visitor reviewer = new Visitor(port).signIn(link);
        reviewer.get("/account");
        reviewer.post("/account/name", Map.of("name", "Second pair of eyes"));
        assertThat(reviewer.get("/account").body()).contains("Reviewer", wells.path());
        assertThat(administrator().get("/hub/people").body()).contains(wells.path());

        String page = editor.get(people).body();
        assertThat(page).contains("Second pair of eyes", "the school").doesNotContain("@");
        assertThat(take(editor, page, "Reviewer").statusCode()).isEqualTo(302);
        assertThat(editor.get(people).body()).doesNotContain("Second pair of eyes");
        assertThat(reviewer.get("/account").body()).doesNotContain(wells.path());
    }

    @Test
    void theLastEditorStays() {
        var refused = take(editor, editor.get(people).body(), "Editor");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("An organisation needs an editor").doesNotContain("Somebody was faster");
        invited("editor", wells);
        assertThat(take(editor, editor.get(people).body(), "Editor").statusCode())
                .isEqualTo(302);
        assertThat(editor.get(people).statusCode()).isEqualTo(403);
    }

    /** The right to leave goes before: it is told, and not refused. */
    @Test
    void theLastEditorIsToldWhatTheyLeaveBehindAndMayGo() {
        assertThat(editor.get("/account/delete").body())
                .contains("One organisation will have no editor", "Wells of the valley", people);
        Visitor second = invited("editor", wells);
        assertThat(editor.get("/account/delete").body()).doesNotContain("Wells of the valley");
        second.get("/account/delete");
        second.post("/account/delete", Map.of("sure", "on"));
        assertThat(editor.get("/account/delete").body()).contains("Wells of the valley");
        assertThat(editor.post("/account/delete", Map.of("sure", "on")).statusCode())
                .isEqualTo(302);
        assertThat(rights.listOn(Scope.organisation(wells.id()))).isEmpty();

        Visitor keeper = administrator();
        keeper.get(people);
        String link = link(keeper.post(people + "/invitations", Map.of("role", "editor", "note", "")));
        assertThat(new Visitor(port).signIn(link).get(people).statusCode()).isEqualTo(200);
    }

    @Test
    void anInvitationEndsWhenItIsRevokedOrItsMakerGoes() {
        String revoked = link(invite("reviewer"));
        String action = found(
                Pattern.compile("action=\"([^\"]+/people/invitations/[^\"]+/revoke)\""),
                editor.get(people).body());
        editor.post(action, Map.of());
        assertThat(new Visitor(port).get(revoked).body()).contains("This link has been used");
        assertThat(editor.post(action, Map.of()).statusCode()).isEqualTo(302);
        String invitation = action.replaceAll(".*/invitations/([^/]+)/revoke", "$1");
        assertThat(notedRevoked(invitation)).as("once, though asked twice").isOne();
        for (Visitor other : List.of(invited("editor", organisation("Next valley")), administrator())) {
            other.get("/account");
            String elsewhere = "/hub/invitations/" + invitation + "/revoke";
            assertThat(other.post(elsewhere, Map.of()).statusCode()).isIn(403, 404);
        }
        UUID unknown = Ids.next();
        assertThat(editor.post(people + "/invitations/" + unknown + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(notedRevoked(unknown.toString())).isZero();
        assertThat(notedRevoked(invitation)).isOne();

        String left = link(invite("editor"));
        Visitor second = invited("editor", wells);
        take(second, second.get(people).body(), "Editor");
        assertThat(editor.get(people).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).get(left).body()).contains("This link has been used");
    }

    @Test
    void anInvitationStandsWhileItsMakerMayInviteHere() {
        String link = link(invite("reviewer"));
        Visitor keeper = administrator();
        UUID maker =
                rights.listPersons("editor", Scope.organisation(wells.id())).getFirst();
        rights.grant(new Actor(Actor.PERSON, maker), "member", Scope.HUB);
        UUID member = rights.listFor(new Actor(Actor.PERSON, maker)).getLast().id();
        keeper.get("/hub/people");
        keeper.post("/hub/people/" + maker + "/revoke", Map.of("grant", member.toString()));
        assertThat(new Visitor(port).get(link).body()).contains("Reviewer");
    }

    @Test
    void anInvitationGoesWithTheAccountThatMadeIt() {
        String link = link(invite("editor"));
        editor.get("/account/delete");
        assertThat(editor.post("/account/delete", Map.of("sure", "on")).statusCode())
                .isEqualTo(302);
        assertThat(new Visitor(port).get(link).body()).contains("This link has been used");
    }

    @Test
    void nobodyElseSeesOrChangesThem() {
        UUID invitation = Ids.next();
        for (Visitor other : List.of(
                invited("editor", organisation("Neighbours of another valley")),
                invited("reviewer", wells),
                new Visitor(port))) {
            other.get("/about");
            assertThat(other.get(people).statusCode()).isEqualTo(403);
            assertThat(other.post(people + "/invitations", Map.of("role", "member"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.post(people + "/invitations/" + invitation + "/revoke", Map.of())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.post(people + "/" + invitation + "/revoke", Map.of("grant", "" + invitation))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(editor.get("/organisations/nobody-00000000/people").statusCode())
                .isEqualTo(404);
    }

    @Test
    void noMoreIsGivenThanAnOrganisationHas() {
        assertThat(invite("administrator").statusCode()).isEqualTo(400);
        administrator();
        Map<String, Object> keeper = jdbc.sql("select holder_id, id from frame.grant_ where scope_kind = 'hub' limit 1")
                .query()
                .singleRow();
        assertThat(editor.post(
                                people + "/" + keeper.get("holder_id") + "/revoke",
                                Map.of("grant", "" + keeper.get("id")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theWayLeadsFromTheOrganisation() {
        assertThat(editor.get(wells.path()).body()).contains("href=\"" + people + "\"");
        assertThat(new Visitor(port).get(wells.path()).body()).doesNotContain(people);
    }

    private int notedRevoked(String invitation) {
        return jdbc.sql("select count(*) from frame.audit where action = 'invitation.revoked' and thing = :thing")
                .param("thing", "invitation:" + invitation)
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> invite(String role) {
        return editor.post(people + "/invitations", Map.of("role", role, "note", "the school"));
    }

    /** Takes away the first role of this name that the page shows. */
    private static HttpResponse<String> take(Visitor who, String page, String role) {
        Matcher form = Pattern.compile("(?s)action=\"([^\"]+/people/[0-9a-f-]{36}/revoke)\">(?:(?!</form>).)*?"
                        + "name=\"grant\" value=\"([^\"]+)\">\\s*<span>" + role + "</span>")
                .matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return who.post(form.group(1), Map.of("grant", form.group(2)));
    }

    private static String link(HttpResponse<String> answer) {
        Matcher link = LINK.matcher(answer.body());
        assertThat(link.find()).as(answer.body()).isTrue();
        return link.group();
    }

    private static String found(Pattern wanted, String body) {
        Matcher found = wanted.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    private Visitor invited(String role, OrganisationRef organisation) {
        return new Visitor(port).signIn(invitations.make(role, Scope.organisation(organisation.id()), ""));
    }

    private Visitor administrator() {
        return new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, ""));
    }

    private OrganisationRef organisation(String name) {
        OrganisationRef made = new OrganisationRef(Ids.next(), name);
        jdbc.sql("insert into directory.organisation (id, tail, name) values (:id, :tail, :name)")
                .param("id", made.id())
                .param("tail", Ids.tail(made.id()))
                .param("name", name)
                .update();
        return made;
    }
}
