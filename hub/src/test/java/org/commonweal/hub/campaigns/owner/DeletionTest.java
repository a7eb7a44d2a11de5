package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Statements;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft goes by its editors' hand, an organisation on which nothing hangs by an administrator's; nothing else goes. */
@HubTest
class DeletionTest {
    @LocalServerPort
    int port;

    @Autowired
    Mail mail;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDraftGoesWithItsFormAndLinksAfterItsEditorsWereToldSo() {
        Owner owner = Owner.comeIn(port, mail, jdbc);
        String campaign = owner.makeReady("Never asked");
        assertThat(owner.browser.get(campaign + "/check").body()).contains(campaign + "/delete");
        assertThat(owner.browser.get(campaign + "/delete").body())
                .contains("Delete this draft for good?", "its form, with its spreadsheet", "no link for form clients");

        assertThat(owner.browser.post(campaign + "/delete", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(owner.browser.get("/campaigns/mine?deleted=1").body())
                .contains("The draft is deleted")
                .doesNotContain("Never asked");
        assertThat(owner.browser.get(campaign + "/about").statusCode()).isEqualTo(404);
        assertThat(left(owner)).isEqualTo("0 campaigns 0 forms");
        assertThat(trail(owner.person.toString())).contains("campaign.deleted");
    }

    @Test
    void nobodyElseDeletesADraft() {
        Owner owner = Owner.comeIn(port, mail, jdbc);
        Owner other = Owner.comeIn(port, mail, jdbc);
        String campaign = owner.makeReady("Not yours");
        for (Visitor visitor :
                new Visitor[] {other.browser, new Visitor(port), as("reviewer", Scope.organisation(owner.organisation))
                }) {
            assertThat(visitor.get(campaign + "/delete").statusCode()).isEqualTo(404);
            assertThat(visitor.post(campaign + "/delete", Map.of()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(left(owner)).isEqualTo("1 campaigns 1 forms");
    }

    @Test
    void whatWasOpenedStays() {
        Owner owner = Owner.comeIn(port, mail, jdbc);
        String campaign = owner.makeOpen("Asked");
        assertThat(owner.browser.get(campaign + "/check").body()).doesNotContain(campaign + "/delete");
        assertThat(owner.browser.get(campaign + "/delete").statusCode()).isEqualTo(409);
        assertThat(owner.browser.post(campaign + "/delete", Map.of()).statusCode())
                .isEqualTo(409);
        owner.browser.post(campaign + "/close", Map.of());
        assertThat(owner.browser.post(campaign + "/delete", Map.of()).statusCode())
                .as("once closed")
                .isEqualTo(409);
        assertThat(left(owner)).isEqualTo("1 campaigns 1 forms");
    }

    @Test
    void anOrganisationGoesWhenNothingHangsOnIt() {
        Owner owner = Owner.comeIn(port, mail, jdbc);
        Visitor administrator = as("administrator", Scope.HUB);
        String path = path(owner);
        String draft = owner.makeReady("In the way");
        String invitation = invitations.make("reviewer", Scope.organisation(owner.organisation), "");
        assertThat(administrator.get(path).body()).contains(path + "/delete");
        assertThat(administrator.get(path + "/delete").body())
                .contains("One campaign, open, closed or a draft")
                .doesNotContain("Delete it for good");
        assertThat(administrator.post(path + "/delete", Map.of()).statusCode()).isEqualTo(409);
        assertThat(Statements.during(() -> administrator.get(path + "/delete")))
                .as("counted, not loaded")
                .filteredOn(sql -> sql.contains("campaigns.campaign") || sql.contains("directory.membership"))
                .hasSize(2)
                .allMatch(sql -> sql.contains("[select count("));

        owner.browser.post(draft + "/delete", Map.of());
        assertThat(Owner.location(owner.browser.post(
                        "/projects/new", Map.of("name", "A project", "organisation", owner.organisation.toString()))))
                .startsWith("/projects/");
        assertThat(administrator.get(path + "/delete").body()).contains("One project");
        jdbc.sql("delete from directory.project where organisation_id = :id")
                .param("id", owner.organisation)
                .update();

        assertThat(administrator.get(path + "/delete").body())
                .contains("the role of one person in it", "Delete it for good");
        assertThat(administrator.post(path + "/delete", Map.of()).statusCode()).isEqualTo(302);
        assertThat(administrator.get("/hub/organisations?deleted=1").body()).contains("The organisation is deleted");
        assertThat(administrator.get(path).statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get(invitation).body()).doesNotContain("Accept</span>");
        assertThat(jdbc.sql("select count(*) from frame.grant_ where scope_id = :id")
                        .param("id", owner.organisation)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select action from frame.audit where thing = :thing order by number desc limit 1")
                        .param("thing", "organisation:" + owner.organisation)
                        .query(String.class)
                        .single())
                .isEqualTo("organisation.deleted");
    }

    @Test
    void onlyAdministratorsDeleteOrganisations() {
        Owner owner = Owner.comeIn(port, mail, jdbc);
        String path = path(owner);
        assertThat(owner.browser.get(path).body()).doesNotContain(path + "/delete");
        for (Visitor visitor : new Visitor[] {owner.browser, as("editor", Scope.HUB), new Visitor(port)}) {
            assertThat(visitor.get(path + "/delete").statusCode()).isEqualTo(403);
            assertThat(visitor.post(path + "/delete", Map.of()).statusCode()).isEqualTo(403);
        }
        assertThat(new Visitor(port).get(path).statusCode()).isEqualTo(200);
    }

    private Visitor as(String role, Scope scope) {
        return new Visitor(port).signIn(invitations.make(role, scope, "test"));
    }

    // The page's own address, with the slug of the name.
    private String path(Owner owner) {
        String tail = jdbc.sql("select tail from directory.organisation where id = :id")
                .param("id", owner.organisation)
                .query(String.class)
                .single();
        return Owner.moved(owner.browser.get("/organisations/x-" + tail));
    }

    private String left(Owner owner) {
        return jdbc.sql("""
                        select count(distinct c.id) || ' campaigns ' || count(f.id) || ' forms'
                        from campaigns.campaign c left join campaigns.form f on f.campaign_id = c.id
                        where c.organisation_id = :organisation""")
                .param("organisation", owner.organisation)
                .query(String.class)
                .single();
    }

    private String trail(String person) {
        return jdbc.sql("select string_agg(action, ' ') from frame.audit where actor = 'person:' || :person")
                .param("person", person)
                .query(String.class)
                .single();
    }
}
