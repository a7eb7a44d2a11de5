package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a form says of answers that no client of it has checked. */
@HubTest
class FormRulesTest {
    private static final String FORM = """
            # survey
            type                | name   | label        | constraint           | relevant
            integer             | days   | Days?        | . <= 31              |
            decimal             | level  | Level?       | . < ${days}          |
            date                | day    | Day?         | . <= today()         |
            text                | code   | Code?        | regex(., '[A-Z]{3}') |
            select_one tint     | tint   | Colour?      |                      |
            select_multiple use | uses   | Uses?        | count-selected(.) < 3 |
            begin_group         | house  | House        |                      |
            integer             | rooms  | Rooms?       | . > 0                |
            end_group           |        |              |                      |
            begin_repeat        | child  | Child        |                      |
            integer             | age    | Age?         | . < 18               |
            end_repeat          |        |              |                      |
            integer             | hidden | Hidden?      | . < 5                | ${days} > 40
            # choices
            list_name | name  | label
            tint      | red   | Red
            tint      | blue  | Blue
            use       | wash  | Wash
            use       | drink | Drink
            use       | sell  | Sell
            """;

    @Autowired
    FormRules rules;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Test
    void takesWhatTheFormTakes() {
        assertThat(broken("<days>31</days><level>2.5</level><day>2026-01-31</day><code>ABC</code><tint>red</tint>"
                        + "<uses>wash drink</uses><house><rooms>3</rooms></house>"
                        + "<child><age>4</age></child><child><age>17</age></child>"))
                .isEmpty();
        assertThat(broken("")).as("nothing answered").isEmpty();
    }

    @Test
    void namesWhatIsOutOfBounds() {
        assertThat(broken("<days>400</days>")).containsExactly("days");
        assertThat(broken("<days>3</days><level>3</level>"))
                .as("against another answer")
                .containsExactly("level");
        assertThat(broken("<day>2999-01-01</day><code>abc</code>")).containsExactly("code", "day");
        assertThat(broken("<uses>wash drink sell</uses>")).containsExactly("uses");
        assertThat(broken("<house><rooms>0</rooms></house>")).containsExactly("house/rooms");
        assertThat(broken("<child><age>4</age></child><child><age>40</age></child>"))
                .as("the second of what is repeated")
                .containsExactly("child/age");
    }

    @Test
    void namesWhatIsNotOfTheQuestionsKindAndStillLooksAtTheRest() {
        assertThat(broken("<days>many</days><code>abc</code>")).containsExactly("code", "days");
        assertThat(broken("<day>yesterday</day><tint>green</tint><uses>wash fly</uses>"))
                .containsExactly("day", "tint", "uses");
    }

    @Test
    void leavesAloneWhatDoesNotApplyOrIsNotAsked() {
        assertThat(broken("<days>3</days><hidden>9</hidden><unasked>9</unasked>"))
                .isEmpty();
    }

    /** One parsed form is given all of them: nothing of one may show in the next. */
    @Test
    void judgesEachByItself() {
        ServedForm form = form();
        assertThat(rules.listBroken(
                        form,
                        ZoneOffset.UTC,
                        List.of(
                                instance(form, "<days>400</days><child><age>40</age></child>"),
                                instance(form, "<level>2</level>"),
                                "no instance at all",
                                instance(form, "<days>1</days><level>2</level>"),
                                instance(form, "<days>9</days><level>2</level>"))))
                .containsExactly(Set.of("days", "child/age"), Set.of("level"), Set.of(), Set.of("level"), Set.of());
    }

    private Set<String> broken(String answers) {
        ServedForm form = form();
        return rules.listBroken(form, ZoneOffset.UTC, List.of(instance(form, answers)))
                .getFirst();
    }

    private ServedForm form() {
        return Drawn.serve(forms, Drawn.campaign("Wells").open(campaigns), "1", FORM);
    }

    private static String instance(ServedForm form, String answers) {
        return "<data id=\"" + form.formId() + "\" version=\"1\">" + answers
                + "<meta><instanceID>uuid:1</instanceID></meta></data>";
    }
}
