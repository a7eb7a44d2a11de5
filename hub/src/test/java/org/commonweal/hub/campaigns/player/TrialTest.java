package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Person;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who keep a campaign try its form: all is as for contributors, and nothing comes of it. */
@HubTest
class TrialTest {
    private static final String SHORT = """
            # survey
            type    | name  | label    | required
            text    | name  | Name     | yes
            """;
    private static final String CONSENT = "data:commonweal_consent:agreed";
    private static final String BAND = "This is a trial";

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient jdbc;

    private Campaign campaign;

    @BeforeEach
    void draw() {
        campaign = Wells.campaign().draft(campaigns);
    }

    @Test
    void triesADraftOnAPhoneToItsEnd() {
        Drawn.serve(forms, campaign, "1", Wells.FORM);
        try (Person owner = Person.withAPhone("en-GB")) {
            owner.open("http://localhost:" + port
                    + invitation("administrator", Scope.organisation(campaign.organisation())));
            owner.press("Accept");
            owner.open("http://localhost:" + port + campaign.path() + "/form");
            owner.follow("Try it");
            owner.sees(BAND, "We ask you about wells. You may stop at any time.");
            owner.press("Begin");
            owner.sees("Tick the box if you agree", BAND);
            owner.tick("I have read this and I agree");
            owner.press("Begin");

            owner.write("Name of the well", "Bir al-Nour");
            owner.write("How deep is it, in metres?", "900");
            owner.tick("No");
            owner.sees("Why not?");
            owner.press("Next");
            owner.sees("Between 1 and 499", BAND);
            owner.write("How deep is it, in metres?", "12");
            owner.write("Why not?", "Salty");
            owner.press("Next");
            owner.write("Latitude in degrees", "44.82");
            owner.write("Longitude in degrees", "20.46");
            owner.press("Next");
            owner.write("Day", "2026-11-20");
            owner.attach("A photo of it", new FilePayload("IMG of me.jpg", "image/jpeg", new byte[] {1, 2, 3, 4}));
            owner.press("Next");
            owner.write("How many people?", "4");
            owner.looksAround();
            owner.press("Send my answers");

            owner.sees("This would have been sent", "Household that draws water 1");
            assertThat(owner.page().locator("tbody").allInnerTexts().stream()
                            .flatMap(String::lines)
                            .map(line -> line.replace('\t', '|').replaceAll("photo-\\w{8}", "photo"))
                            .toList())
                    .contains(
                            "We ask you about wells. You may stop at any time.|Agreed",
                            "Name of the well|Bir al-Nour",
                            "How deep is it, in metres?|12",
                            "Salt, in grams per litre|not answered",
                            "Is the water drunk?|No",
                            "Why not?|Salty",
                            "Its place|44.82, 20.46",
                            "Day|20 November 2026",
                            "A photo of it|photo.jpg (a file)",
                            "How many people?|4");
            owner.unfold("What goes along without being asked");
            owner.sees("feet", "39");
            owner.looksAround();
            assertThat(owner.page().evaluate("Object.keys(localStorage).filter(key => key.startsWith('answers '))"))
                    .isEqualTo(List.of());

            owner.press("Try it again");
            owner.sees(BAND, "We ask you about wells");
        }
        assertThat(count("campaigns.submission where campaign_id = :campaign")).isZero();
        assertThat(count("frame.file where scope = '" + campaign.organisation() + "'"))
                .as("files of the trial")
                .isZero();
    }

    /** Which file it is stands in the sealed text alone, which goes with the campaign. */
    @Test
    void aPhotoThatWasTriedGoesWithTheDraftOfTheCampaign() {
        Drawn.serve(forms, campaign, "1", """
                # survey
                type    | name  | label
                image   | photo | A photo of it
                """);
        Visitor owner = owner();
        owner.get(campaign.path() + "/try");
        owner.post(campaign.path() + "/try", agreed());
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("do", "save");
        parts.put("page", "1");
        parts.put("asked", "data:photo");
        parts.put("data:photo", new byte[] {1, 2, 3, 4});
        owner.postFiles(campaign.path() + "/try", parts, Map.of());
        String files = "frame.file where scope = '" + campaign.organisation() + "'";
        assertThat(count(files)).as("while it is tried").isEqualTo(1);

        owner.get(campaign.path() + "/delete");
        assertThat(owner.post(campaign.path() + "/delete", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(count("campaigns.campaign where id = :campaign")).isZero();
        assertThat(count(files)).isZero();
    }

    @Test
    void nobodyElseTries() {
        Drawn.serve(forms, campaign, "1", SHORT);
        Visitor contributor = new Visitor(port);
        Visitor neighbour = new Visitor(port).signIn(invitation("editor", Scope.organisation(other().organisation())));
        for (Visitor stranger : List.of(contributor, neighbour)) {
            assertThat(stranger.get(campaign.path() + "/try").statusCode()).isEqualTo(404);
            assertThat(stranger.get(campaign.path() + "/try/end").statusCode()).isEqualTo(404);
            assertThat(stranger.post(campaign.path() + "/try", agreed()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(count("campaigns.draft where campaign_id = :campaign")).isZero();
    }

    @Test
    void keepsATrialApartFromAnswersOfTheSameDevice() {
        Drawn.serve(forms, campaign, "1", SHORT);
        campaigns.setState(campaign.id(), Campaign.State.OPEN);
        Visitor owner = owner();
        fill(owner, "/try", "A trial");
        assertThat(owner.get(campaign.path() + "/try/end").body()).contains("A trial", "This would have been sent");
        assertThat(stored()).isZero();

        assertThat(owner.get(campaign.path() + "/answer").body())
                .doesNotContain(BAND)
                .doesNotContain("Answers were sent from this device");
        fill(owner, "/answer", "In earnest");
        assertThat(stored()).isEqualTo(1);
        assertThat(owner.get(campaign.path() + "/try/end").body()).contains("A trial");
        // Pressed once more, as when somebody goes back.
        fill(owner, "/try", "A trial");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void isOfTheVersionThatIsAskedNow() {
        Drawn.serve(forms, campaign, "1", SHORT);
        Visitor owner = owner();
        owner.post(campaign.path() + "/try", agreed());
        assertThat(owner.get(campaign.path() + "/try").body()).contains("data:name");
        Drawn.serve(forms, campaign, "2", SHORT.replace("| name  | Name", "| well  | Name"));
        owner.post(campaign.path() + "/try", agreed());
        assertThat(owner.get(campaign.path() + "/try").body())
                .contains("data:well")
                .doesNotContain("data:name");
    }

    @Test
    void saysWhenThereIsNothingToTry() {
        for (String page : List.of("/try", "/try/end")) {
            HttpResponse<String> nothing = owner().get(campaign.path() + page);
            assertThat(nothing.statusCode()).as(page).isEqualTo(409);
            assertThat(nothing.body())
                    .as(page)
                    .contains("There is nothing to fill in yet", "Upload a spreadsheet", campaign.path() + "/form");
        }
        assertThat(owner().get(campaign.path() + "/check").body()).doesNotContain(campaign.path() + "/try");
    }

    /** Who tries a form can mend it, and is not asked to tell those who ask. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "calculate | when | | | date('some day'); The calculation of ‹when›",
                "text | when | When? | date('some day') = 1; A condition of ‹when›",
                "calculate | when | | | regex('a', '((){2147483647}){2147483647}'); A pattern in regex()",
                "text | when | When? | | | date('some day'); a choice filter, a default",
            })
    void saysWhatFailsInAFormThatIsTried(String rows, String told) {
        Drawn.serve(forms, campaign, "1", """
                # survey
                type      | name  | label    | required | calculation | default
                text      | seen  | Seen on  |          |             |
                """ + rows);
        Visitor owner = owner();
        List<HttpResponse<String>> answers = List.of(
                owner.get(campaign.path() + "/try"),
                owner.post(campaign.path() + "/try", agreed()),
                owner.get(campaign.path() + "/try/end"));
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("This form has a fault", told, "href=\"" + campaign.path() + "/form\"")
                    .doesNotContain("please tell those who ask");
        }
        campaigns.setState(campaign.id(), Campaign.State.OPEN);
        assertThat(new Visitor(port).get(campaign.path() + "/answer").body())
                .contains("please tell those who ask")
                .doesNotContain(told);
    }

    @Test
    void saysThatAFormThatIsTriedRepeatsTooOften() {
        Drawn.serve(forms, campaign, "1", """
                # survey
                type         | name  | label     | repeat_count
                begin_repeat | well  | Well      | 90
                begin_repeat | visit | Visit     | 90
                integer      | depth | How deep? |
                end_repeat   |       |           |
                end_repeat   |       |           |
                """);
        Visitor owner = owner();
        owner.get(campaign.path() + "/try");
        HttpResponse<String> answer = owner.post(campaign.path() + "/try", agreed());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("more than 200 repetitions", campaign.path() + "/form");
    }

    private void fill(Visitor visitor, String where, String name) {
        visitor.get(campaign.path() + where);
        visitor.post(campaign.path() + where, agreed());
        HttpResponse<String> answer = visitor.post(
                campaign.path() + where, Map.of("do", "send", "page", "1", "asked", "data:name", "data:name", name));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static Map<String, String> agreed() {
        return Map.of("do", "next", "page", "0", "asked", CONSENT, CONSENT, "OK");
    }

    private Campaign other() {
        return Wells.campaign().draft(campaigns);
    }

    private Visitor owner() {
        return new Visitor(port).signIn(invitation("editor", Scope.organisation(campaign.organisation())));
    }

    private String invitation(String role, Scope scope) {
        return invitations.make(role, scope, "test");
    }

    private long stored() {
        return count("campaigns.submission where campaign_id = :campaign");
    }

    private long count(String where) {
        return jdbc.sql("select count(*) from " + where)
                .param("campaign", campaign.id())
                .query(Long.class)
                .single();
    }
}
