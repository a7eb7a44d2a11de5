package org.commonweal.hub.campaigns.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Sheets;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.xlsform.form.Form;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that speaks of things: a second person agrees, to what they read and to nothing else. */
@HubTest
class ApprovalTest {
    private static Owner owner;
    private static Owner other;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Rights rights;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Dataset> datasets;

    @BeforeEach
    void comeIn() {
        if (owner != null) return;
        owner = Owner.comeIn(port, mail, jdbc);
        other = Owner.comeIn(port, mail, jdbc);
    }

    @Test
    void thingsOpenOnlyWhenAnotherPersonHasAgreed() {
        String campaign = owner.makeReady("Wells as things");
        owner.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        owner.browser.post(campaign + "/open", Map.of());
        assertThat(find(campaign).isOpen()).as("nobody has agreed").isFalse();

        Map<String, String> read = Map.of(
                "reason", "A well is no person.", "subject", "", "questions", Asked.digest(form(SentFiles.wells())));
        assertThat(other.browser.post(campaign + "/approve", read).statusCode())
                .as("without the permission")
                .isEqualTo(403);
        rights.grant(new Actor(Actor.PERSON, owner.person), "reviewer", Scope.HUB);
        assertThat(owner.browser.post(campaign + "/approve", read).statusCode())
                .as("one's own request")
                .isEqualTo(403);
        assertThat(owner.browser.get("/campaigns/approvals").body())
                .contains("You asked for this yourself", "invite somebody who is not part of your organisation");
        rights.listFor(new Actor(Actor.PERSON, owner.person)).stream()
                .filter(grant -> grant.scope().equals(Scope.HUB))
                .forEach(grant -> rights.revoke(grant.id()));
        rights.grant(new Actor(Actor.PERSON, other.person), "reviewer", Scope.HUB);
        assertThat(other.browser.get("/campaigns/approvals").body())
                .contains("Wells as things", "How is the well?", read.get("questions"));
        assertThat(other.browser
                        .post(
                                campaign + "/approve",
                                Map.of("reason", "Another reason", "subject", "", "questions", read.get("questions")))
                        .statusCode())
                .as("what was not read")
                .isEqualTo(409);
        assertThat(other.browser.post(campaign + "/approve", read).statusCode()).isEqualTo(302);

        owner.browser.post(campaign + "/open", Map.of());
        assertThat(find(campaign).isOpen()).isTrue();
        assertThat(find(campaign).protection().threshold()).isEqualTo(1);
        rights.revokeAll(new Actor(Actor.PERSON, other.person));
    }

    @Test
    void isRefusedWithAReasonThatThoseWhoAskedReadAndAnswerByAskingAgain() {
        String campaign = owner.makeReady("Wells that say too much");
        owner.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        String field = "reason-" + find(campaign).id();
        String wells = Asked.digest(form(SentFiles.wells()));
        Map<String, String> read = Map.of(
                "reason", "A well is no person.", "subject", "", "questions", wells, field, "Some wells are homes.");
        assertThat(other.browser.post(campaign + "/refuse", read).statusCode())
                .as("without the permission")
                .isEqualTo(403);
        assertThat(new Visitor(port).post(campaign + "/refuse", read).statusCode())
                .as("a stranger")
                .isIn(302, 403);
        rights.grant(new Actor(Actor.PERSON, other.person), "reviewer", Scope.HUB);
        HttpResponse<String> wordless = other.browser.post(
                campaign + "/refuse",
                Map.of("reason", "A well is no person.", "subject", "", "questions", wells, field, ""));
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(wordless.body()).contains("id=\"" + field + "-fault\"", "autofocus");
        HttpResponse<String> unread = other.browser.post(
                campaign + "/refuse", Map.of("reason", "Another", "subject", "", "questions", wells, field, "No."));
        assertThat(unread.statusCode()).as("what was not read").isEqualTo(409);
        assertThat(unread.body()).contains("does not ask any more for what you read");
        HttpResponse<String> otherwise = other.browser.post(
                campaign + "/refuse",
                Map.of("reason", "A well is no person.", "subject", "", "questions", "", field, "No."));
        assertThat(otherwise.statusCode()).as("questions that were not read").isEqualTo(409);
        assertThat(otherwise.body()).contains("The questions are not those that you read");
        assertThat(Jsoup.parse(other.browser.get("/campaigns/approvals").body())
                        .select("form[action=" + campaign + "/refuse] input[name=questions]")
                        .eachAttr("value"))
                .containsExactly(wells);
        assertThat(other.browser.post(campaign + "/refuse", read).statusCode()).isEqualTo(302);
        assertThat(other.browser.get("/campaigns/approvals").body()).doesNotContain("Wells that say too much");
        for (String page : List.of("/check", "/promise"))
            assertThat(owner.browser.get(campaign + page).body())
                    .as(page)
                    .contains("was refused", "Some wells are homes.", "Ask again");
        assertThat(other.browser
                        .post(
                                campaign + "/approve",
                                Map.of("reason", "A well is no person.", "subject", "", "questions", wells))
                        .statusCode())
                .as("refused already")
                .isEqualTo(409);

        assertThat(new Visitor(port).post(campaign + "/ask-again", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(owner.browser.get(campaign + "/check").body()).contains("was refused");
        owner.browser.post(campaign + "/ask-again", Map.of());
        assertThat(owner.browser.get(campaign + "/check").body()).doesNotContain("was refused");
        assertThat(other.browser.get("/campaigns/approvals").body()).contains("Wells that say too much");
        assertThat(other.browser.post(campaign + "/refuse", read).statusCode()).isEqualTo(302);
        owner.browser.post(campaign + "/promise", Owner.things("These wells stand on squares."));
        assertThat(owner.browser.get(campaign + "/check").body())
                .as("another reason asks again")
                .doesNotContain("was refused");
        assertThat(jdbc.sql(
                                "select string_agg(action, ' ' order by number) from frame.audit where thing = :thing and action like 'campaign.things%'")
                        .param("thing", find(campaign).ref().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("campaign.things-asked campaign.things-refused campaign.things-asked campaign.things-refused"
                        + " campaign.things-asked");
        rights.revokeAll(new Actor(Actor.PERSON, other.person));
    }

    /** A link of the asking organisation, opened in a second browser, makes no second person. */
    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "editor"})
    void whomTheAskingOrganisationInvitedCannotAgree(String role) {
        String campaign = owner.makeReady("Wells, agreed to by their own " + role);
        owner.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        String people = "/organisations/" + Ids.address("neighbours", owner.organisation) + "/people";
        owner.browser.get(people);
        String invited = owner.browser
                .post(people + "/invitations", Map.of("role", role, "note", ""))
                .body();
        Visitor second = new Visitor(port).signIn(invited.replaceAll("(?s).*(/invitations/[\\w-]{43}).*", "$1"));
        Map<String, String> read = Map.of(
                "reason", "A well is no person.", "subject", "", "questions", Asked.digest(form(SentFiles.wells())));
        assertThat(second.get("/campaigns/approvals").body()).doesNotContain(campaign + "/approve");
        assertThat(second.post(campaign + "/approve", read).statusCode()).isEqualTo(403);
        assertThat(find(campaign).protection().approved()).isFalse();
    }

    /** One human with two accounts is no second person, whichever of the two asked. */
    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "administrator"})
    void whoHoldsARoleInTheAskingOrganisationCannotAgree(String role) {
        String campaign = owner.makeReady("Wells, asked for by a second account of their " + role);
        rights.grant(new Actor(Actor.PERSON, owner.person), role, Scope.HUB);
        rights.grant(new Actor(Actor.PERSON, other.person), "editor", Scope.organisation(owner.organisation));
        other.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        Map<String, String> read = Map.of(
                "reason", "A well is no person.", "subject", "", "questions", Asked.digest(form(SentFiles.wells())));
        assertThat(owner.browser.get("/campaigns/approvals").body())
                .contains("You have a role in this organisation", "none in this organisation has to agree")
                .doesNotContain(campaign + "/approve", campaign + "/refuse");
        HttpResponse<String> answer = owner.browser.post(campaign + "/approve", read);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You have a role in the organisation that asks");
        assertThat(find(campaign).protection().approved()).isFalse();

        rights.revokeAll(new Actor(Actor.PERSON, other.person));
        rights.grant(new Actor(Actor.PERSON, other.person), role, Scope.HUB);
        jdbc.sql("update campaigns.campaign set unit_asked_by = :person where id = :id")
                .param("person", owner.person)
                .param("id", find(campaign).id())
                .update();
        assertThat(other.browser.post(campaign + "/approve", read).statusCode())
                .as("with a role on the hub alone")
                .isEqualTo(302);
        rights.revokeAll(new Actor(Actor.PERSON, other.person));
        rights.listFor(new Actor(Actor.PERSON, owner.person)).stream()
                .filter(grant -> grant.scope().equals(Scope.HUB))
                .forEach(grant -> rights.revoke(grant.id()));
    }

    @Test
    void nobodyAgreesToQuestionsThatAreNotThereYet() {
        String campaign = owner.makeDraft("Wells without a form");
        owner.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        rights.grant(new Actor(Actor.PERSON, other.person), "reviewer", Scope.HUB);
        assertThat(other.browser.get("/campaigns/approvals").body())
                .contains("Wells without a form", "It has no form yet")
                .doesNotContain(campaign + "/approve");
        assertThat(agree(campaign, "").statusCode()).isEqualTo(409);
        assertThat(find(campaign).protection().approved()).isFalse();
        rights.revokeAll(new Actor(Actor.PERSON, other.person));
    }

    /** What was agreed to is not a leave to ask people about themselves later. */
    @Test
    void otherQuestionsHaveToBeAgreedToAnew() throws Exception {
        String campaign = owner.makeReady("Wells with new questions");
        owner.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        rights.grant(new Actor(Actor.PERSON, other.person), "reviewer", Scope.HUB);
        String wells = asked(campaign);
        assertThat(agree(campaign, wells).statusCode()).isEqualTo(302);
        owner.browser.post(campaign + "/open", Map.of());
        requireTellable(campaign);

        owner.upload(campaign, SentFiles.wells());
        assertThat(find(campaign).protection().approved())
                .as("the same questions")
                .isTrue();
        byte[] ill = Sheets.xlsx("# survey\ntype | name | label\ntext | owner | Who in your house is ill?\n");
        owner.upload(campaign, ill);
        assertThat(find(campaign).protection().approved()).isFalse();
        assertThat(owner.browser.get(campaign + "/check").body()).contains("has to agree that it speaks of things");
        assertThatThrownBy(() -> requireTellable(campaign))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("to the questions it asks now");
        assertThat(agree(campaign, wells).statusCode())
                .as("what was read before")
                .isEqualTo(409);
        assertThat(agree(campaign, asked(campaign)).statusCode()).isEqualTo(302);
        requireTellable(campaign);
        rights.revokeAll(new Actor(Actor.PERSON, other.person));
    }

    private HttpResponse<String> agree(String campaign, String questions) {
        return other.browser.post(
                campaign + "/approve", Map.of("reason", "A well is no person.", "subject", "", "questions", questions));
    }

    private void requireTellable(String campaign) {
        datasets.stream()
                .filter(dataset -> dataset.kind().equals("campaign"))
                .forEach(dataset -> dataset.requireTellable(find(campaign).id()));
    }

    /** Each asks for something else in the same questions. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "hint; In metres; Write your name and telephone",
                "default; nothing; Your name",
                "constraint; < 500; < 501",
                "message; Too deep; Write your name",
                "calculation; * 3; * 4",
                "choice; Dry; Dry, and I am ill",
                "heading; The well; You yourself",
                "relevant; > 0; > 1",
                "title; Wells of the valley; Your illnesses"
            })
    void anotherFormUnderTheSameQuestionsHasToBeAgreedToAnew(String part, String before, String after) {
        String campaign = owner.makeReady("Wells with another " + part);
        owner.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        rights.grant(new Actor(Actor.PERSON, other.person), "reviewer", Scope.HUB);
        owner.upload(campaign, Sheets.xlsx(DETAILED));
        assertThat(agree(campaign, asked(campaign)).statusCode()).isEqualTo(302);
        owner.upload(campaign, Sheets.xlsx(DETAILED));
        assertThat(find(campaign).protection().approved()).as("the same form").isTrue();
        owner.upload(campaign, Sheets.xlsx(DETAILED.replace(before, after)));
        assertThat(find(campaign).protection().approved()).isFalse();
        rights.revokeAll(new Actor(Actor.PERSON, other.person));
    }

    private static final String DETAILED = """
            # survey
            type              | name  | label            | hint      | default | constraint | constraint_message | calculation  | relevant
            begin_group       | well  | The well         |           |         |            |                    |              |
            integer           | depth | How deep is it?  | In metres |         | . < 500    | Too deep           |              |
            text              | says  | What stands there? |         | nothing |            |                    |              | ${depth} > 0
            calculate         | feet  |                  |           |         |            |                    | ${depth} * 3 |
            select_one states | state | How is the well? |           |         |            |                    |              |
            end_group         |       |                  |           |         |            |                    |              |
            # choices
            list_name | name | label
            states    | full | Full
            states    | dry  | Dry
            # settings
            form_title          | form_id | version
            Wells of the valley | wells   | 7
            """;

    /** Nothing that people read is agreed to unread, in no language. */
    @Test
    void whoeverAgreesReadsAllThatPeopleRead() {
        String campaign = owner.makeReady("Wells read in full");
        owner.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        owner.upload(campaign, Sheets.xlsx("""
                # survey
                type              | name  | label::English (en) | label::French (fr) | hint::English (en) | hint::French (fr) | default | constraint | constraint_message::English (en) | constraint_message::French (fr) | calculation
                phonenumber       | phone |                     |                    |                    |                   |         |            |                                  |                                 |
                integer           | depth | How deep?           | Quelle profondeur ? | In metres         | En mètres         | 7       | . < 500    | Too deep                         | Trop profond                    |
                calculate         | feet  |                     |                    |                    |                   |         |            |                                  |                                 | ${depth} * 3
                select_one states | state | How is it?          | Comment va-t-il ?  |                    |                   |         |            |                                  |                                 |
                # choices
                list_name | name | label::English (en) | label::French (fr)
                states    | full | Full                | Plein
                states    | dry  | Dry                 | À sec
                """));
        rights.grant(new Actor(Actor.PERSON, other.person), "reviewer", Scope.HUB);
        assertThat(other.browser.get("/campaigns/approvals").body())
                .contains("In metres", "Too deep", "Full · Dry", "<bdi>7</bdi>")
                .contains("The same in French (fr)", "En mètres", "Trop profond", "Plein · À sec")
                .contains("feet = ${depth} * 3", "phone (property phonenumber)");
        rights.revokeAll(new Actor(Actor.PERSON, other.person));
    }

    /** Not even where the sheet has no title of its own, and is called after the file. */
    @Test
    void anotherConsentNeedsNoNewAgreement() {
        String campaign = owner.makeReady("Wells with another consent");
        Map<String, String> promise = Owner.things("A well is no person.");
        owner.browser.post(campaign + "/promise", promise);
        rights.grant(new Actor(Actor.PERSON, other.person), "reviewer", Scope.HUB);
        byte[] untitled = Sheets.xlsx("# survey\ntype | name | label\ninteger | depth | How deep?\n");
        // The second one under the same name gets another id.
        owner.upload(owner.makeReady("Wells of the same name"), untitled);
        owner.upload(campaign, untitled);
        assertThat(agree(campaign, asked(campaign)).statusCode()).isEqualTo(302);
        ServedForm before = forms.findCurrent(find(campaign).id()).orElseThrow();
        promise.put("consent", "I agree, and I am of age.");
        owner.browser.post(campaign + "/promise", promise);
        ServedForm after = forms.findCurrent(find(campaign).id()).orElseThrow();
        assertThat(after.consentVersion()).isNotEqualTo(before.consentVersion());
        assertThat(after.title()).isEqualTo(before.title());
        assertThat(find(campaign).protection().approved()).isTrue();
        rights.revokeAll(new Actor(Actor.PERSON, other.person));
    }

    private static Form form(byte[] sheet) {
        return FormMaking.read(sheet, "form.xlsx").getForm();
    }

    /** What tells the form from others, as the page gives it to whoever agrees. */
    private String asked(String campaign) {
        String page = other.browser.get("/campaigns/approvals").body();
        int form = page.indexOf(campaign + "/approve");
        return form < 0 ? "" : page.substring(form).replaceAll("(?s)^.*?name=\"questions\" value=\"(\\w+)\".*", "$1");
    }

    @Test
    void anotherReasonHasToBeAgreedToAnew() {
        String campaign = owner.makeReady("Wells with a new reason");
        owner.browser.post(campaign + "/promise", Owner.things("A well is no person."));
        jdbc.sql("update campaigns.campaign set unit_approved_at = now() where id = :id")
                .param("id", find(campaign).id())
                .update();
        assertThat(find(campaign).protection().approved()).isTrue();
        owner.browser.post(campaign + "/promise", Owner.things("A well belongs to nobody."));
        assertThat(find(campaign).protection().approved()).isFalse();
    }

    private Campaign find(String path) {
        return campaigns.getByAddress(path);
    }
}
