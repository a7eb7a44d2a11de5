package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail answers who got which role where, by whichever way they came to it. */
@HubTest
class GrantTrailTest {
    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    Rights rights;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anInvitationNamesWhoAcceptedItAndWhatTheyGot() {
        String path = invitations.make("auditor", Scope.HUB, "test");
        new Visitor(port).signIn(path);
        UUID person = rights.listPersons("auditor", Scope.HUB).getLast();
        List<Audit.Line> lines = linesOf(person);
        assertThat(lines)
                .filteredOn(line -> line.action().equals("invitation.accepted"))
                .singleElement()
                .returns("person:" + person, Audit.Line::actor);
        assertThat(lines)
                .filteredOn(line -> line.action().equals("rights.granted"))
                .singleElement()
                .returns("person:" + person, Audit.Line::thing)
                .returns("auditor", Audit.Line::detail);
    }

    @Test
    void whoAddsAnOrganisationIsNotedAsItsEditorOnce() {
        Visitor maker = new Visitor(port).signIn(invitations.make("member", Scope.HUB, "test"));
        UUID person = rights.listPersons("member", Scope.HUB).getLast();
        maker.get("/organisations/new");
        maker.post("/organisations/new", Map.of("name", "Keepers of the trail"));
        UUID organisation = jdbc.sql("select id from directory.organisation where name = 'Keepers of the trail'")
                .query(UUID.class)
                .single();
        rights.grant(new Actor(Actor.PERSON, person), "editor", Scope.organisation(organisation));
        assertThat(linesOf(person))
                .filteredOn(line -> line.detail().equals("editor of organisation:" + organisation))
                .singleElement()
                .returns("rights.granted", Audit.Line::action)
                .returns("person:" + person, Audit.Line::actor);
    }

    /** By the hub's people, by the organisation's, and with the organisation: each once, and found by the organisation. */
    @Test
    void whoLosesARoleInAnOrganisationIsNotedOnceAndFoundByIt() {
        Visitor keeper = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
        keeper.get("/organisations/new");
        keeper.post("/organisations/new", Map.of("name", "Left by many"));
        UUID organisation = jdbc.sql("select id from directory.organisation where name = 'Left by many'")
                .query(UUID.class)
                .single();
        String path = "/organisations/" + Ids.address("left-by-many", organisation);
        UUID byHub = member(organisation, "reviewer");
        UUID byEditors = member(organisation, "reviewer");
        UUID withAll = member(organisation, "editor");
        keeper.post("/hub/people/" + byHub + "/revoke", Map.of("grant", grantOf(byHub)));
        keeper.post(path + "/people/" + byEditors + "/revoke", Map.of("grant", grantOf(byEditors)));
        assertThat(keeper.post(path + "/delete", Map.of()).statusCode()).isEqualTo(302);
        String about = "?about=organisation:" + organisation;
        String csv =
                keeper.get("/hub/audit.csv" + about + "&action=rights.revoked").body();
        Map.of(byHub, "reviewer", byEditors, "reviewer", withAll, "editor").forEach((person, role) -> assertThat(csv)
                .containsOnlyOnce("rights.revoked,person:" + person + "," + role + " of organisation:" + organisation));
        assertThat(keeper.get("/hub/audit.csv" + about + "&action=rights.granted")
                        .body())
                .contains("person:" + withAll + ",editor of");
        assertThat(keeper.get("/hub/audit.csv?about=organisation:&action=rights.granted")
                        .body())
                .as("no organisation")
                .doesNotContain("editor of");
    }

    private UUID member(UUID organisation, String role) {
        UUID person = people.create(UUID.randomUUID() + "@example.org");
        rights.grant(new Actor(Actor.PERSON, person), role, Scope.organisation(organisation));
        return person;
    }

    private String grantOf(UUID person) {
        return rights.listFor(new Actor(Actor.PERSON, person)).getFirst().id().toString();
    }

    @Test
    void thePageNamesPersonsAndOrganisationsAndShowsOneKindOfDeed() {
        Visitor keeper = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
        UUID person = rights.listPersons("administrator", Scope.HUB).getLast();
        people.setName(person, "Trail <Reader>");
        keeper.get("/organisations/new");
        keeper.post("/organisations/new", Map.of("name", "Readers of the trail"));
        String all = keeper.get("/hub/audit").body();
        assertThat(all)
                .contains("<bdi>Trail &lt;Reader&gt;</bdi>", "<bdi>Readers of the trail</bdi></a>")
                .contains("Got the role editor of Readers of the trail", "<code>organisation.made</code>");
        assertThat(keeper.get("/hub/audit?action=rights.granted").body())
                .contains("Got the role", "<code>rights.granted</code>")
                .doesNotContain("<code>organisation.made</code>");
        assertThat(keeper.get("/hub/audit?action=no.such").statusCode()).isEqualTo(200);
    }

    @Test
    void theTrailIsReadByWhoByDeedAndByDayAndTakenAlongAsItIsShown() {
        Visitor keeper = new Visitor(port).signIn(invitations.make("administrator", Scope.HUB, "test"));
        UUID person = rights.listPersons("administrator", Scope.HUB).getLast();
        UUID thing = UUID.randomUUID();
        jdbc.sql("insert into frame.audit (at, actor, action, thing, detail) values"
                        + " ('2021-05-31T23:59:59Z', :who, 'tried.one', 'thing:a', ''),"
                        + " ('2021-06-01T00:00:00Z', :who, 'tried.two', 'thing:b', ''),"
                        + " ('2021-06-02T23:59:59Z', 'hub', 'tried.three', :who, ''),"
                        + " ('2021-06-03T00:00:00Z', :who, 'tried.four', 'thing:c', ''),"
                        + " ('2021-06-01T12:00:00Z', :other, 'tried.five', 'thing:d', '')")
                .param("who", "person:" + person)
                .param("other", "person:" + thing)
                .update();
        assertThat(tried(keeper, "?about=person:" + person)).containsExactly("one", "two", "three", "four");
        assertThat(tried(keeper, "?about=person:" + person + "&action=tried.four"))
                .containsExactly("four");
        assertThat(tried(keeper, "?from=2021-06-01&until=2021-06-02")).containsExactly("two", "three", "five");
        assertThat(tried(keeper, "?from=2021-06-01&until=2021-06-02&about=person:" + person))
                .containsExactly("two", "three");
        assertThat(tried(keeper, "?from=&until=&about=thing%20c")).contains("one", "five");
        String page = keeper.get("/hub/audit?from=2021-06-01&until=2021-06-02&about=person:" + person)
                .body();
        assertThat(page)
                .contains("tried.two", "tried.three", "href=\"/hub/audit.csv?about=person%3A" + person)
                .doesNotContain("<code>tried.one", "<code>tried.four", "<code>tried.five");
    }

    // The page and the download show the same.
    private static List<String> tried(Visitor keeper, String tail) {
        List<String> rows = found(keeper, "/hub/audit.csv" + tail, ",tried\\.(\\w+),");
        List<String> shown = found(keeper, "/hub/audit" + tail, "<small><code>tried\\.(\\w+)</code>");
        assertThat(shown).containsExactlyInAnyOrderElementsOf(rows);
        return rows;
    }

    private static List<String> found(Visitor keeper, String path, String pattern) {
        return Pattern.compile(pattern)
                .matcher(keeper.get(path).body())
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    private List<Audit.Line> linesOf(UUID person) {
        return audit.listByOrAbout(new Actor(Actor.PERSON, person));
    }
}
