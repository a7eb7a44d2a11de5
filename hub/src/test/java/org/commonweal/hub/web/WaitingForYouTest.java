package org.commonweal.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the home page tells those who keep a hub or decide in it. */
@HubTest
class WaitingForYouTest {
    private static final String WAITING = "Waiting for you";
    private static final Pattern TO_AGREE =
            Pattern.compile("href=\"/campaigns/approvals\"><b class=\"figures\">([0-9]+)</b> campaigns? to agree to");

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Organisations organisations;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNewOrganisationIsToldToWhoMayLookAtItAndToNobodyElse() {
        Visitor maker = signedIn("member", Scope.HUB);
        maker.get("/organisations/new");
        maker.post("/organisations/new", Map.of("name", "Friends of the waiting room", "country", "RS"));
        UUID organisation = jdbc.sql("select id from directory.organisation where name = 'Friends of the waiting room'")
                .query(UUID.class)
                .single();
        Visitor editor = signedIn("editor", Scope.HUB);

        assertThat(editor.get("/").body()).contains(WAITING, "href=\"/hub/organisations\"");
        assertThat(editor.get("/hub/organisations").body()).contains("Friends of the waiting room");
        assertThat(maker.get("/").body()).doesNotContain(WAITING, "/hub/organisations");
        assertThat(new Visitor(port).get("/").body()).doesNotContain(WAITING);

        organisations.accept(organisation);
    }

    @Test
    void figuresOfThingsAreToldToWhoMayAgreeAndNotToWhoAsked() {
        Visitor asker = signedIn("administrator", Scope.HUB);
        UUID asking = newest();
        Visitor second = signedIn("reviewer", Scope.HUB);
        int before = toAgreeTo(second);
        assertThat(toAgreeTo(asker)).isEqualTo(before);
        UUID campaign = draft(asker);
        jdbc.sql("update campaigns.campaign set unit = 'things', threshold = 1, unit_reason = 'Wells',"
                        + " subject = 'wells', unit_asked_by = :person where id = :id")
                .param("person", asking)
                .param("id", campaign)
                .update();
        int own = toAgreeTo(asker);
        int seconds = toAgreeTo(second);
        int members = toAgreeTo(signedIn("member", Scope.HUB));
        jdbc.sql("delete from campaigns.campaign where id = :id")
                .param("id", campaign)
                .update();

        assertThat(own).isEqualTo(before);
        assertThat(seconds).isEqualTo(before + 1);
        assertThat(members).isZero();
    }

    private static int toAgreeTo(Visitor visitor) {
        Matcher found = TO_AGREE.matcher(visitor.get("/").body());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private UUID draft(Visitor owner) {
        owner.get("/organisations/new");
        owner.post("/organisations/new", Map.of("name", "Neighbours who wait"));
        UUID organisation = jdbc.sql("select id from directory.organisation where name = 'Neighbours who wait'")
                .query(UUID.class)
                .single();
        Map<String, String> form = new HashMap<>(Map.of(
                "organisation", organisation.toString(),
                "language", "en",
                "title", "Which wells wait?",
                "why", "Nobody knows.",
                "who", "Everyone",
                "contact", "wells@example.org",
                "minutes", "4",
                "zone", "Europe/Belgrade",
                "anonymous", "on"));
        owner.post("/campaigns/new", form);
        return jdbc.sql("select id from campaigns.campaign where organisation_id = :organisation")
                .param("organisation", organisation)
                .query(UUID.class)
                .single();
    }

    /** A hub that has begun, or not: without mail its keepers are told, and who has no way to come back is asked for one. */
    @Test
    void whoCouldNotComeBackIsToldOnTheHomePageAndOnTheAccount() {
        Visitor keeper = signedIn("administrator", Scope.HUB);
        assertThat(keeper.get("/").body())
                .contains("Leave an address or set up a passkey, so that you can come back", "Mail is not set up");
        assertThat(keeper.get("/account").body()).contains("You could not come back");
        assertThat(keeper.get("/account?lang=ar").body()).contains("لن تستطيع العودة");

        keeper.post("/account/email", Map.of("email", "comes-back@example.org"));
        String link = mail.listNewest(50).stream()
                .map(Mail.Waiting::letter)
                .filter(letter -> letter.to().equals("comes-back@example.org"))
                .findFirst()
                .orElseThrow()
                .text()
                .replaceAll("(?s).*(/account/email/\\S+).*", "$1");
        keeper.get(link);
        keeper.post(link, Map.of());
        assertThat(keeper.get("/account").body())
                .contains("comes-back@example.org")
                .doesNotContain("You could not come back");
        assertThat(keeper.get("/").body()).doesNotContain("so that you can come back");
    }

    private Visitor signedIn(String role, Scope scope) {
        return new Visitor(port).signIn(invitations.make(role, scope, "test"));
    }

    private UUID newest() {
        return jdbc.sql("select id from accounts.person order by id desc limit 1")
                .query(UUID.class)
                .single();
    }
}
