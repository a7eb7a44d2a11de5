package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.directory.Organisations;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Scope;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anyone with an address may make an organisation; speaking in public waits until somebody has looked at it. */
@HubTest
class NewOrganisationTest {
    @LocalServerPort
    int port;

    @Autowired
    Mail mail;

    @Autowired
    Invitations invitations;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    /** Names are no keys: whoever decides is told of the one that has it already. */
    @Test
    void isToldByWhomItWasAddedAndWhoHasItsName() {
        Owner owner = Owner.comeInUnknown(port, mail, jdbc);
        Visitor administrator = as("administrator");
        String name = name(owner);
        String path = organisations.get(owner.organisation).path();
        assertThat(waiting(administrator, name))
                .contains("href=\"" + path + "/people\"")
                .doesNotContain("has this name");
        administrator.post("/organisations/new", Map.of("name", name));
        assertThat(waiting(administrator, name)).contains("Another organisation has this name", "<bdi>" + name);
        assertThat(administrator.get(path + "/people").statusCode()).isEqualTo(200);
    }

    private static String waiting(Visitor administrator, String name) {
        return Jsoup.parse(administrator.get("/hub/organisations").body())
                .select("li.result:has(h2:contains(" + name + "))")
                .outerHtml();
    }

    @Test
    void isUnlistedAndOpensNothingUntilItIsAccepted() {
        Owner owner = Owner.comeInUnknown(port, mail, jdbc);
        Visitor stranger = new Visitor(port);
        Visitor administrator = as("administrator");
        String name = name(owner);
        String page = administrator.get("/hub/organisations").body();
        assertThat(page).contains(name);
        String path = page.replaceAll("(?s).*href=\"(/organisations/[^\"]+)\"><bdi>" + name + ".*", "$1");

        assertThat(owner.browser.get(path).body())
                .contains("waits to be looked at")
                .doesNotContain("Add a project");
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        for (String list : new String[] {"/organisations?q=", "/organisations.csv?q=", "/search?q="})
            assertThat(stranger.get(list + name.replace(' ', '+')).body().replaceAll("value=\"[^\"]*\"", ""))
                    .as(list)
                    .doesNotContain("<bdi>" + name)
                    .doesNotContain("," + name);
        assertThat(owner.browser
                        .post("/projects/new?organisation=" + owner.organisation, Map.of("name", "Too early"))
                        .statusCode())
                .isEqualTo(409);

        String campaign = owner.makeReady("Wells");
        assertThat(owner.browser.post(campaign + "/open", Map.of()).body())
                .contains("Your organisation waits until somebody who keeps this hub has looked at it.");
        assertThat(stranger.get(campaign).statusCode()).isEqualTo(404);

        administrator.post("/hub/organisations/" + owner.organisation + "/accept", Map.of());
        assertThat(stranger.get(path).body()).contains(name).doesNotContain("waits to be looked at");
        assertThat(stranger.get("/organisations?q=" + name.replace(' ', '+')).body())
                .contains("<bdi>" + name);
        assertThat(Owner.location(owner.browser.post(campaign + "/open", Map.of())))
                .isEqualTo(campaign);
    }

    @Test
    void isAcceptedAtOnceWhereAnAdministratorOrAnEditorOfTheHubMakesIt() {
        for (String role : new String[] {"administrator", "editor"}) {
            Visitor maker = as(role);
            maker.get("/organisations/new");
            String path = Owner.location(maker.post("/organisations/new", Map.of("name", "Made by " + role)));
            assertThat(new Visitor(port).get(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isAcceptedByNobodyElse() {
        Owner owner = Owner.comeInUnknown(port, mail, jdbc);
        String accept = "/hub/organisations/" + owner.organisation + "/accept";
        for (Visitor other : new Visitor[] {owner.browser, as("reviewer"), as("member"), new Visitor(port)}) {
            assertThat(other.get("/hub/organisations").statusCode()).isEqualTo(403);
            assertThat(other.post(accept, Map.of()).statusCode()).isEqualTo(403);
        }
        assertThat(as("editor").get("/hub/organisations").body()).contains(name(owner));
    }

    @Test
    void isRefusedWithAReasonThatItsMakersReadAndAnswerByAskingAgain() {
        Owner owner = Owner.comeInUnknown(port, mail, jdbc);
        Visitor administrator = as("administrator");
        String name = name(owner);
        String list = administrator.get("/hub/organisations").body();
        String path = list.replaceAll("(?s).*href=\"(/organisations/[^\"]+)\"><bdi>" + name + ".*", "$1");
        String refuse = "/hub/organisations/" + owner.organisation + "/refuse";
        String field = "reason-" + owner.organisation;

        HttpResponse<String> wordless = administrator.post(refuse, Map.of(field, " "));
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wordless.body()).select("details[open] textarea[autofocus][aria-invalid]"))
                .hasSize(1)
                .allMatch(area -> area.id().equals(field));
        assertThat(administrator.post(refuse, Map.of(field, "x".repeat(1_001))).statusCode())
                .isEqualTo(422);

        assertThat(administrator.post(refuse, Map.of(field, "Who <are> you?")).statusCode())
                .isEqualTo(302);
        assertThat(owner.browser.get(path).body())
                .contains("This organisation was refused", "Who &lt;are&gt; you?", "Ask again")
                .doesNotContain("waits to be looked at");
        assertThat(new Visitor(port).get(path).statusCode()).isEqualTo(404);
        assertThat(owner.browser.get(owner.makeReady("Wells") + "/check").body())
                .contains("Your organisation was refused");
        assertThat(Jsoup.parse(administrator.get("/hub/organisations").body())
                        .select("main > * > ul.results, main > ul.results")
                        .text())
                .as("waits no more")
                .doesNotContain(name);
        assertThat(administrator.get("/hub/organisations").body()).contains("Accept it all the same");
        assertThat(administrator.get("/hub/audit").body()).contains("organisation.refused");

        for (Visitor other : new Visitor[] {new Visitor(port), as("reviewer")})
            assertThat(other.post(path + "/ask-again", Map.of()).statusCode()).isIn(302, 403);
        assertThat(owner.browser.get(path).body()).contains("This organisation was refused");
        assertThat(owner.browser.post(path + "/ask-again", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(owner.browser.get(path).body()).contains("waits to be looked at");
        assertThat(owner.browser.post(path + "/ask-again", Map.of()).statusCode())
                .as("once")
                .isEqualTo(409);
        administrator.post("/hub/organisations/" + owner.organisation + "/accept", Map.of());
        HttpResponse<String> late = administrator.post(refuse, Map.of(field, "Too late."));
        assertThat(late.statusCode()).as("once accepted").isEqualTo(409);
        assertThat(late.body()).contains("Somebody decided meanwhile", name, "It was accepted since", "Too late.");
    }

    /** Two administrators read one list; the second to decide is told what the first one did. */
    @Test
    void isNotAcceptedUnawaresAfterSomebodyRefusedIt() {
        Owner owner = Owner.comeInUnknown(port, mail, jdbc);
        Visitor administrator = as("administrator");
        String deed = "/hub/organisations/" + owner.organisation;
        String field = "reason-" + owner.organisation;
        administrator.post(deed + "/refuse", Map.of(field, "Who <are> you?"));

        HttpResponse<String> stale = administrator.post(deed + "/accept", Map.of());
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Somebody decided meanwhile", name(owner), "It was refused since", "Who &lt;are&gt; you?");
        HttpResponse<String> again = administrator.post(deed + "/refuse", Map.of(field, "Nobody knows you."));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("It was refused since", "Who &lt;are&gt; you?", "Nobody knows you.");
        assertThat(accepted(owner)).isFalse();

        assertThat(Jsoup.parse(administrator.get("/hub/organisations").body())
                        .select("form[action=" + deed + "/accept] input[name=refused]")
                        .attr("value"))
                .isEqualTo("true");
        Owner.location(administrator.post(deed + "/accept", Map.of("refused", "true")));
        assertThat(accepted(owner)).as("with open eyes").isTrue();
        assertThat(administrator
                        .post("/hub/organisations/" + UUID.randomUUID() + "/accept", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private boolean accepted(Owner owner) {
        return jdbc.sql("select accepted_at is not null from directory.organisation where id = :id")
                .param("id", owner.organisation)
                .query(Boolean.class)
                .single();
    }

    @Test
    void isRefusedByNobodyElse() {
        Owner owner = Owner.comeInUnknown(port, mail, jdbc);
        String refuse = "/hub/organisations/" + owner.organisation + "/refuse";
        for (Visitor other : new Visitor[] {owner.browser, as("reviewer"), as("member"), new Visitor(port)})
            assertThat(other.post(refuse, Map.of("reason-" + owner.organisation, "No."))
                            .statusCode())
                    .isEqualTo(403);
    }

    private Visitor as(String role) {
        return new Visitor(port).signIn(invitations.make(role, Scope.HUB, "test"));
    }

    private String name(Owner owner) {
        return jdbc.sql("select name from directory.organisation where id = :id")
                .param("id", owner.organisation)
                .query(String.class)
                .single();
    }
}
