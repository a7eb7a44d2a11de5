package org.commonweal.hub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
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

    private List<Audit.Line> linesOf(UUID person) {
        return audit.listByOrAbout(new Actor(Actor.PERSON, person));
    }
}
