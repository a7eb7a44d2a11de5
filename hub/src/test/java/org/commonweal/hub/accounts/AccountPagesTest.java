package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class AccountPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    SignInLinks links;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    Rights rights;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMailedLinkSignsInOnceAndMakesTheAccount() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", Map.of("email", "once@example.org")).body())
                .contains("once@example.org");
        String link = linkTo("once@example.org");

        assertThat(visitor.get("/account").statusCode()).isEqualTo(403);
        assertThat(visitor.get(link).statusCode())
                .as("looking does not use it up")
                .isEqualTo(200);
        assertThat(visitor.post(link, Map.of()).headers().firstValue("Location"))
                .hasValue("http://localhost:" + port + "/account");
        assertThat(visitor.get("/account").body()).contains("once@example.org");

        Visitor second = new Visitor(port).signIn(link);
        assertThat(second.get("/account").statusCode()).as("used up").isEqualTo(403);
    }

    /** Who keeps the mail is not told to ask whoever keeps it. */
    @Test
    void whereLettersWaitIsToldByWhoReads() {
        String advice = "ask the people who keep it to pass the link on";
        Visitor member = new Visitor(port).signIn(invitations.make("member", Scope.HUB, ""));
        assertThat(member.get("/account").body()).contains(advice).doesNotContain("/hub/outbox");
        Visitor keeper = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, ""));
        assertThat(keeper.get("/account").body())
                .contains("the letter waits for you in the outbox", "href=\"/hub/outbox\"")
                .doesNotContain(advice);
    }

    @Test
    void aRequestWithoutTheFormsTokenIsRefused() {
        var bare = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("email=a@example.org"));
        assertThat(new Visitor(port).send(bare).statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        person("known@example.org");
        Visitor visitor = new Visitor(port);
        String known = visitor.post("/sign-in", Map.of("email", "known@example.org"))
                .body()
                .replace("known", "someone");
        String unknown = visitor.post("/sign-in", Map.of("email", "unknown@example.org"))
                .body()
                .replace("unknown", "someone");
        assertThat(known.replaceAll("value=\"[^\"]*\"", "")).isEqualTo(unknown.replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void whereNoMailLeavesNothingIsSaidToBeOnItsWay() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").body()).contains("ask the people who keep it to pass the link on");
        assertThat(visitor.post("/sign-in", Map.of("email", "somebody@example.org"))
                        .body())
                .contains("A link for somebody@example.org waits with the people who keep it")
                .doesNotContain("on its way");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "a@b@c",
                "two@example.org,three@example.org",
                "x@example.org\nBcc: y@example.org"
            })
    void whatCanBeNoAddressIsToldBesideTheField(String typed) {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", Map.of("email", typed)).body()).contains("aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/a?b=//evil.example"})
    void aSignInLeadsNowhereElse(String next) {
        String link = "/sign-in/" + links.makeFor("next@example.org").text();
        Visitor visitor = new Visitor(port);
        visitor.get(link);
        assertThat(visitor.post(link, Map.of("next", next)).headers().firstValue("Location"))
                .hasValue("http://localhost:" + port + "/account");
    }

    @Test
    void identityLiesSealedAndGoesWithItsKey() {
        UUID person = person("sealed@example.org");
        people.setName(person, "Sealed Name");
        byte[] stored = jdbc.sql("select name from private.identity where person_id = :person")
                .param("person", person)
                .query(byte[].class)
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Sealed");
        jdbc.sql("delete from private.person_key where person_id = :person")
                .param("person", person)
                .update();
        assertThat(people.find(person).orElseThrow().name()).isEmpty();
    }

    @Test
    void aPersonTakesAlongAndDeletesWhatIsTheirs() {
        Visitor visitor = signedIn("leaves@example.org");
        UUID person = people.findByEmail("leaves@example.org").orElseThrow();
        assertThat(visitor.get("/account/download").body()).contains("leaves@example.org");

        visitor.get("/account/delete");
        assertThat(visitor.post("/account/delete", Map.of()).statusCode())
                .as("not without the box")
                .isEqualTo(200);
        assertThat(people.exists(person)).isTrue();
        visitor.post("/account/delete", Map.of("sure", "on"));
        assertThat(visitor.get("/?done=deleted").body()).contains("Your account is deleted");
        assertThat(people.exists(person)).isFalse();
        assertThat(visitor.get("/account").statusCode()).isEqualTo(403);
        assertThat(people.findByEmail("leaves@example.org")).isEmpty();
    }

    @Test
    void theDownloadHasPasskeysInvitationsAndTheTrail() {
        Visitor visitor = signedIn("takes-all@example.org");
        UUID person = people.findByEmail("takes-all@example.org").orElseThrow();
        UUID stranger = person("takes-none@example.org");
        rights.grant(new Actor(Actor.PERSON, person), "administrator", Scope.HUB);
        visitor.get("/hub/invitations");
        visitor.post("/hub/invitations", Map.of("role", "reviewer", "note", "for the takers"));
        visitor.post("/hub/people/" + stranger + "/grant", Map.of("role", "member"));
        visitor.post("/hub/people/" + stranger + "/grant", Map.of("role", "member"));
        passkey(person, "The blue phone");
        passkey(stranger, "The red phone");
        assertThat(visitor.get("/account").body()).contains("the labels and dates of your passkeys");

        String all = visitor.get("/account/download").body();
        assertThat(all).contains("The blue phone", "for the takers", "invitation.made", "\"by\":\"you\"");
        assertThat(all).doesNotContain("The red phone", "takes-none@example.org");
        assertThat(all.split("rights.granted", -1))
                .as("giving twice is one deed; the other is what they got themselves")
                .hasSize(3);

        String others =
                signedIn("takes-none@example.org").get("/account/download").body();
        assertThat(others).contains("The red phone", "rights.granted", "\"by\":\"somebody else\"");
        assertThat(others).doesNotContain("for the takers", person.toString());
    }

    private void passkey(UUID person, String label) {
        jdbc.sql("""
                        insert into accounts.user_credentials (credential_id, user_entity_user_id, public_key, signature_count,
                          uv_initialized, backup_eligible, backup_state, authenticator_transports, created, last_used, label)
                        values (:id, :handle, '\\x01', 0, true, false, false, 'internal', now(), now(), :label)""")
                .param("id", Passkeys.handle(UUID.randomUUID()).toBase64UrlString())
                .param("handle", Passkeys.handle(person).toBase64UrlString())
                .param("label", label)
                .update();
    }

    @Test
    void deletingEndsTheSessionsOnOtherDevices() {
        Visitor phone = signedIn("two-devices@example.org");
        Visitor laptop = signedIn("two-devices@example.org");
        phone.get("/account/delete");
        phone.post("/account/delete", Map.of("sure", "on"));
        assertThat(laptop.get("/account").statusCode()).isEqualTo(403);
    }

    @Test
    void anInvitationGivesItsRoleOnce() {
        String path = invitations.make("reviewer", Scope.HUB, "for a test");
        Visitor invited = new Visitor(port);
        assertThat(invited.get(path).body()).contains("Reviewer");
        invited.post(path, Map.of());
        assertThat(invited.get("/account").body()).contains("Reviewer");
        assertThat(new Visitor(port).signIn(path).get("/account").statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).get(path).body())
                .contains("Ask whoever invited you for a new one")
                .doesNotContain("Get a new link");
    }

    @Test
    void whoKeepsTheHubBeginsOnTheHomePage() {
        UUID person = person("lands-at-home@example.org");
        rights.grant(new Actor(Actor.PERSON, person), "administrator", Scope.HUB);
        String link = "/sign-in/" + links.makeFor("lands-at-home@example.org").text();
        Visitor visitor = new Visitor(port);
        visitor.get(link);
        assertThat(visitor.post(link, Map.of()).headers().firstValue("Location"))
                .hasValue("http://localhost:" + port + "/");
    }

    /** Who is no administrator any more has no way back by a link they made before. */
    @Test
    void anOpenInvitationEndsWithItsMakersRight() {
        Visitor first = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
        UUID person = rights.listPersons("administrator", Scope.HUB).getLast();
        Visitor second = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
        first.get("/hub/invitations");
        String link = first.post("/hub/invitations", Map.of("role", "administrator", "note", "a way back"))
                .body()
                .replaceAll("(?s).*(/invitations/[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(new Visitor(port).get(link).body()).contains("Administrator");
        UUID grant = rights.listFor(new Actor(Actor.PERSON, person)).getFirst().id();
        second.get("/hub/people");
        second.post("/hub/people/" + person + "/revoke", Map.of("grant", grant.toString()));
        assertThat(new Visitor(port).signIn(link).get("/account").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hub",
                "/hub/people",
                "/hub/invitations",
                "/hub/outbox",
                "/hub/audit",
                "/hub/audit.csv",
                "/account"
            })
    void aStrangerIsKeptOut(String path) {
        assertThat(new Visitor(port).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void aStrangerIsLedToThePageBySigningIn() {
        assertThat(new Visitor(port).get("/hub/people").body())
                .contains("Sign in to see this", "href=\"/sign-in?next=/hub/people\"");
        assertThat(signedIn("no-role@example.org").get("/hub/people").body())
                .contains("Not for you to open")
                .doesNotContain("/sign-in?next");
        assertThat(new Visitor(port)
                        .post("/hub/invitations", Map.of("role", "member"))
                        .body())
                .as("nobody is led back to a deed")
                .doesNotContain("/sign-in?next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hub", "/hub/people", "/hub/invitations", "/hub/outbox", "/hub/audit", "/hub/audit.csv"})
    void onlyAnAdministratorKeepsTheHub(String path) {
        assertThat(signedIn("member@example.org").get(path).statusCode()).isEqualTo(403);
        Visitor administrator = signedIn("administrator@example.org");
        UUID person = people.findByEmail("administrator@example.org").orElseThrow();
        rights.grant(new Actor(Actor.PERSON, person), "administrator", Scope.HUB);
        assertThat(administrator.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hub", "/hub/invitations", "/account/name", "/account/email", "/account/delete"})
    void aStrangerChangesNothing(String path) {
        Visitor stranger = new Visitor(port);
        assertThat(stranger.post(path, Map.of("name", "Mine", "role", "administrator", "sure", "on"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNameIsShownAsItWasTyped() {
        Visitor visitor = signedIn("script@example.org");
        visitor.get("/account");
        visitor.post("/account/name", Map.of("name", "<script>alert(1)</script>"));
        assertThat(visitor.get("/account").body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    private Visitor signedIn(String email) {
        return new Visitor(port).signIn("/sign-in/" + links.makeFor(email).text());
    }

    private UUID person(String email) {
        return people.findByEmail(email).orElseGet(() -> people.create(email));
    }

    private String linkTo(String email) {
        List<Mail.Waiting> letters = mail.listNewest(50);
        String text = letters.stream()
                .filter(waiting -> waiting.letter().to().equals(email))
                .findFirst()
                .orElseThrow()
                .letter()
                .text();
        return text.replaceAll("(?s).*(/sign-in/\\S+).*", "$1");
    }
}
