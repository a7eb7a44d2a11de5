package org.commonweal.hub.campaigns.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.Dataset;
import org.commonweal.hub.frame.Ids;
import org.commonweal.xlsform.form.Consent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a campaign offers to findings: variables with their kind and unit, read from form and answers. */
@HubTest
class CampaignDatasetTest {
    private static final String FORM = """
            # survey
            type               | name  | label            | unit  | calculation              | parameters
            decimal            | dust  | PM2.5            | µg/m³ |                          |
            range              | pain  | Pain             | of 10 |                          | start=0 end=10 step=1
            text               | place | Which place?     |       |                          |
            calculate          | ten   |                  | m     | ${dust} * 10             |
            calculate          | name  |                  |       | concat(${place}, '!')    |
            begin_group        | house | House            |       |                          |
            integer            | rooms | Rooms (n)        |       |                          |
            end_group          |       |                  |       |                          |
            begin_repeat       | child | Child            |       |                          |
            integer            | age   | Age              | years |                          |
            end_repeat         |       |                  |       |                          |
            """;

    @Autowired
    CampaignDataset dataset;

    @Autowired
    Inspection inspection;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsNumbersFromWordsAndTheirUnits() {
        UUID campaign = open();
        assertThat(variables(campaign))
                .as("before any answer")
                .containsExactly(
                        "dust number µg/m³",
                        "pain number of 10",
                        "place text",
                        "ten number m",
                        "name number",
                        "house/rooms number n");
        approved(campaign, "{\"dust\": \"1.5\", \"ten\": \"15\", \"name\": \"Lower well!\"}");
        approved(campaign, "{\"dust\": \"2\", \"ten\": \"\", \"name\": \"7\"}");
        approved(campaign, "{\"dust\": \"2\", \"ten\": \"1.2E3\"}");
        assertThat(variables(campaign)).contains("ten number m", "name text");
        assertThat(rows(campaign, List.of("ten", "name")))
                .extracting(row -> String.join("|", row.values()))
                .containsExactlyInAnyOrder("15|Lower well!", "|7", "1.2E3|");
    }

    /** Such as one that a script made up, or a division by nothing. */
    @Test
    void oneWordAmongComputedNumbersMakesNoWordsOfThem() {
        UUID campaign = open();
        for (int i = 0; i < 3; i++) approved(campaign, "{\"ten\": \"15\"}");
        approved(campaign, "{\"ten\": \"forged\"}");
        approved(campaign, "{\"ten\": \"Infinity\"}");
        assertThat(variables(campaign)).contains("ten number m");
    }

    /** A form that an older hub took and this one can't read keeps no other form's answers from being looked at. */
    @Test
    void aFormThatCantBeReadHoldsUpNoOther() {
        Campaign unreadable = Drawn.campaign("Wells").open(campaigns);
        ServedForm lost = Drawn.serve(forms, unreadable, "1", FORM);
        jdbc.sql("update campaigns.form set sheet = '' where id = :id")
                .param("id", lost.id())
                .update();
        came(unreadable, lost, "web", "{\"dust\": \"many\"}");
        Campaign other = Drawn.campaign("Wells").open(campaigns);
        came(other, Drawn.serve(forms, other, "1", FORM), "web", "{\"dust\": \"many\"}");
        inspection.inspectAll();
        assertThat(rows(other.id(), List.of("dust")).getFirst().refused()).containsExactly("dust");
    }

    @Test
    void tellsLabelsInTheLanguagesOfTheForm() {
        Campaign campaign = Drawn.campaign("Wells of two valleys").open(campaigns);
        Drawn.serve(forms, campaign, "1", """
                # survey
                type           | name  | label::French (fr) | label::English (en) | label::Darija (ar-MA) | label::Kiswahili
                integer        | depth | Profondeur (m)     | Depth (m)           | العمق (م)             | Kina
                select_one yes | drunk | Bue ?              |                     |                       |
                # choices
                list_name | name | label::French (fr) | label::English (en) | label::Darija (ar-MA) | label::Kiswahili
                yes       | 1    | Oui                | Yes                 | نعم                   | Ndiyo
                """);
        List<Dataset.Variable> asked = dataset.find(campaign.id()).orElseThrow().variables();
        assertThat(asked.getFirst().unit()).isEqualTo("m");
        assertThat(asked.getFirst().label().original()).isEqualTo("Depth");
        assertThat(asked.getFirst().label().known())
                .isEqualTo(Map.of("fr", "Profondeur", "en", "Depth", "ar", "العمق"));
        assertThat(asked.get(1).label().original()).as("no English").isEqualTo("Bue ?");
        assertThat(asked.get(1).options().getFirst().label().known())
                .isEqualTo(Map.of("fr", "Oui", "en", "Yes", "ar", "نعم"));
    }

    @Test
    void tellsTheThingThatAnswersNameAndNothingElseOfThem() {
        for (String subject : List.of("", "name")) {
            Campaign campaign = Drawn.campaign("Wells").about(subject).open(campaigns);
            Drawn.serve(forms, campaign, "1", FORM);
            approved(campaign.id(), "{\"name\": \"Lower well\", \"dust\": \"2\", \"contact\": \"+216 00\"}");
            String expected = subject.isEmpty() ? "" : "Lower well";
            assertThat(rows(campaign.id(), List.of("dust")))
                    .extracting(Dataset.Row::subject)
                    .containsExactly(expected);
            assertThat(dataset.find(campaign.id()).orElseThrow().namesThings()).isEqualTo(!subject.isEmpty());
        }
    }

    /** A version that was replaced before anybody answered it is no source of anything. */
    @Test
    void tellsOfEachRowHowItCameAndWhatItAnswers() {
        Campaign campaign = Drawn.campaign("Wells").open(campaigns);
        String drawing = """
                # survey
                type              | name | label
                select_one colour | tint | Colour?
                date              | day  | Which day?
                # choices
                list_name | name | label
                colour    | %s   | One
                """;
        Drawn.serve(forms, campaign, "0", drawing.formatted("grey"));
        ServedForm first = Drawn.serve(forms, campaign, "1", drawing.formatted("red"));
        ServedForm second = Drawn.serve(forms, campaign, "2", drawing.formatted("blue"));
        String agreed = "{\"tint\": \"red\", \"" + Consent.GROUP + "\": {\"version\": \"1\", \"agreed\": \"yes\"}}";
        came(campaign, first, "web", agreed);
        came(campaign, second, "import", agreed);
        came(campaign, second, "openrosa", "{\"tint\": \"blue\"}");
        assertThat(rows(campaign.id(), List.of("tint")))
                .extracting(Dataset.Row::origin)
                .containsExactlyInAnyOrder(
                        new Dataset.Origin("web", first.formId() + " 1", 1),
                        new Dataset.Origin("import", second.formId() + " 2", 0),
                        new Dataset.Origin("openrosa", second.formId() + " 2", 0));
        assertThat(variables(campaign.id())).containsExactly("tint choice", "day date");
        assertThat(dataset.find(campaign.id())
                        .orElseThrow()
                        .variables()
                        .getFirst()
                        .options())
                .extracting(Dataset.Option::name)
                .containsExactly("blue", "red");
    }

    /** A reviewer may approve the rest of an answer: what the form does not take is handed on with that word. */
    @Test
    void saysWhichAnswersTheFormDoesNotTake() {
        Campaign campaign = Drawn.campaign("Wells").open(campaigns);
        ServedForm form = Drawn.serve(forms, campaign, "1", """
                # survey
                type    | name  | label | constraint
                integer | days  | Days? | . <= 31
                integer | depth | Deep? |
                """);
        for (int i = 0; i < 600; i++) came(campaign, form, "web", "{\"days\": \"3\"}");
        came(campaign, form, "web", "{\"days\": \"400\"}");
        assertThat(rows(campaign.id(), List.of("depth", "days")))
                .hasSize(601)
                .filteredOn(row -> !row.refused().isEmpty())
                .extracting(row -> row.values().getLast() + row.refused())
                .containsExactly("400[days]");
        assertThat(rows(campaign.id(), List.of("depth")))
                .allSatisfy(row -> assertThat(row.refused()).isEmpty());
    }

    /** A device or a table has what it has; and an answer that is missing can't be left out of a finding. */
    @Test
    void marksWhatSomebodyLeftOutAndRefusesNothingForIt() {
        Campaign campaign = Drawn.campaign("Wells").open(campaigns);
        ServedForm form = Drawn.serve(forms, campaign, "1", """
                # survey
                type    | name  | label | required
                integer | days  | Days? | yes
                """);
        for (String source : List.of("openrosa", "web", "sensor", "import"))
            came(campaign, form, source, "{\"days\": \"\"}");
        assertThat(rows(campaign.id(), List.of("days"))).hasSize(4).allSatisfy(row -> assertThat(row.refused())
                .isEmpty());
        assertThat(jdbc.sql("select source from campaigns.submission where campaign_id = :id and broken = '{days}'"
                                + " order by 1")
                        .param("id", campaign.id())
                        .query(String.class)
                        .list())
                .containsExactly("openrosa", "web");
    }

    private List<Dataset.Row> rows(UUID campaign, List<String> variables) {
        dataset.prepare(campaign);
        return dataset.rows(campaign, variables);
    }

    private void came(Campaign campaign, ServedForm form, String source, String answers) {
        jdbc.sql("""
                        insert into campaigns.submission (id, campaign_id, form_id, instance_id, source, observed_at, xml,
                          sha256, answers, state)
                        values (:id, :campaign, :form, :id::text, :source, now(), '', sha256(''), :answers::jsonb,
                          'approved')""")
                .param("id", Ids.next())
                .param("campaign", campaign.id())
                .param("form", form.id())
                .param("source", source)
                .param("answers", answers)
                .update();
    }

    private List<String> variables(UUID campaign) {
        return dataset.find(campaign).orElseThrow().variables().stream()
                .map(one -> (one.name() + " " + one.type() + " " + one.unit()).strip())
                .toList();
    }

    private void approved(UUID campaign, String answers) {
        jdbc.sql("""
                        insert into campaigns.submission (id, campaign_id, instance_id, source, observed_at, xml, sha256,
                          answers, state)
                        values (:id, :campaign, :id::text, 'web', now(), '', sha256(''), :answers::jsonb, 'approved')""")
                .param("id", Ids.next())
                .param("campaign", campaign)
                .param("answers", answers)
                .update();
    }

    private UUID open() {
        Campaign campaign = Drawn.campaign("Wells").open(campaigns);
        ServedForm form = Drawn.serve(forms, campaign, "1", FORM);
        assertThat(form.xform()).contains("end=\"10\"").doesNotContain("unit", "µg");
        return campaign.id();
    }
}
