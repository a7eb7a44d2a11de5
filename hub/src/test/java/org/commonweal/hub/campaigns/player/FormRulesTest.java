package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.intake.BrokenInstanceException;
import org.commonweal.hub.campaigns.intake.Instance;
import org.commonweal.hub.campaigns.intake.InstanceReader;
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
    void namesWhatTheFormDoesNotAskForBesideTheOtherAnswers() {
        assertThat(broken("<days>3</days><hidden>4</hidden>")).containsExactly("hidden");
        assertThat(broken("<days>50</days><hidden>4</hidden>"))
                .as("asked for by an answer that is out of bounds")
                .containsExactly("days");
        assertThat(broken("<days>3</days><unheard>9</unheard>"))
                .as("no question of this form")
                .isEmpty();
    }

    @Test
    void namesWhatStandsWhereNoAnswerCan() {
        assertThat(broken("<days>3</days><days>4</days>")).containsExactly("days");
        assertThat(broken("<days><more>3</more></days>")).containsExactly("days");
        assertThat(broken("<tint>red blue</tint>")).as("two of one").containsExactly("tint");
    }

    /** A form reads today() and now() as the day and the moment of the answer, however late it is looked at. */
    @Test
    void takesAnswersAsOfTheDayTheyWereGiven() {
        ServedForm form = Drawn.serve(forms, Drawn.campaign("Wells").open(campaigns), "1", """
                # survey
                type     | name | label  | constraint
                date     | next | Next?  | . >= today()
                dateTime | at   | When?  | . >= now()
                """);
        FormRules.Came given = came("<next>2020-05-02</next><at>2020-05-02T12:00:00Z</at>", "2020-05-02T09:00:00Z");
        FormRules.Came late = came("<next>2020-05-01</next><at>2020-05-01T08:00:00Z</at>", "2020-05-02T09:00:00Z");
        assertThat(rules.listBroken(form, ZoneOffset.UTC, List.of(given, late)))
                .containsExactly(Set.of(), Set.of("at", "next"));
    }

    /** A form that tells when it was begun and not when it ended: between the two it was answered. */
    @Test
    void takesWhatItTakesAtTheBeginningOrTheEnd() {
        ServedForm form = Drawn.serve(forms, Drawn.campaign("Wells").open(campaigns), "1", """
                # survey
                type | name  | label  | constraint
                date | past  | Past?  | . <= today()
                date | next  | Next?  | . >= today()
                """);
        Map<String, Object> answers =
                came("<past>2026-05-03</past><next>2026-05-02</next>").answers();
        Instant begun = Instant.parse("2026-05-02T23:59:00Z");
        assertThat(rules.listBroken(
                        form,
                        ZoneOffset.UTC,
                        List.of(
                                new FormRules.Came(answers, begun, begun.plusSeconds(120), true),
                                new FormRules.Came(answers, begun, begun, true))))
                .containsExactly(Set.of(), Set.of("past"));
    }

    /** Each would cost JavaRosa a look at all others. */
    @Test
    void passesOverAnyNumberOfNamesThatTheFormDoesNotAsk() {
        String unheard = IntStream.range(0, 40_000)
                .mapToObj(i -> "<a" + i + ">x</a" + i + ">")
                .collect(Collectors.joining());
        assertThat(broken("<days>400</days>" + unheard)).containsExactly("days");
    }

    /** A script leaves the element away as well, where a client sends an empty one. */
    @Test
    void namesWhatIsMissingWithinWhatIsThere() {
        ServedForm form = Drawn.serve(forms, Drawn.campaign("Wells").open(campaigns), "1", """
                # survey
                type         | name  | label   | required | relevant
                begin_group  | house | House   |          |
                integer      | rooms | Rooms?  | yes      |
                text         | other | Other?  |          |
                integer      | beds  | Beds?   | yes      | ${other} = 'inn'
                end_group    |       |         |          |
                begin_repeat | child | Child   |          |
                text         | name  | Name?   | yes      |
                text         | note  | Note?   |          |
                end_repeat   |       |         |          |
                """);
        assertThat(rules.listBroken(
                        form,
                        ZoneOffset.UTC,
                        List.of(
                                came("<house><other>x</other></house><child><note>B</note></child>"),
                                came("<house><rooms>1</rooms><other>inn</other></house>"),
                                came("<house><rooms>1</rooms></house>"))))
                .containsExactly(Set.of("child/name", "house/rooms"), Set.of("house/beds"), Set.of());
    }

    /** What JavaRosa reads from attributes is no answer, and can't keep one from being looked at. */
    @Test
    void isNotToldOtherwiseByAttributes() {
        String jr = " xmlns:jr=\"http://openrosa.org/javarosa\"";
        assertThat(broken("<days" + jr + " jr:template=\"\">400</days>")).containsExactly("days");
        assertThat(broken("<days" + jr + " jr:modeltype=\"x\">400</days>")).containsExactly("days");
        assertThat(broken("<child" + jr + " jr:template=\"\"><age>40</age></child><child" + jr
                        + " jr:template=\"\"><age>4</age></child>"))
                .containsExactly("child/age");
    }

    @Test
    void takesNothingWithWhichTheFormCantWork() {
        ServedForm form = Drawn.serve(forms, Drawn.campaign("Wells").open(campaigns), "1", """
                # survey
                type      | name  | label | constraint           | calculation
                text      | code  | Code? | regex(., '(a+)+b')   |
                text      | other | Other?|                      |
                calculate | day   |       |                      | format-date(${other}, '%Y')
                """);
        assertThat(rules.listBroken(
                        form,
                        ZoneOffset.UTC,
                        List.of(
                                came("<code>" + "a".repeat(50_000) + "</code>"),
                                came("<code>ab</code><other>soon</other>"))))
                .allSatisfy(broken -> assertThat(broken).isNotEmpty());
    }

    @Test
    void looksAtManyRepetitionsAndNamesTheGroupOfTooMany() {
        assertThat(broken("<child><age>4</age></child>".repeat(400) + "<child><age>40</age></child>"))
                .containsExactly("child/age");
        assertThat(broken("<days>400</days>" + "<child><age>40</age></child>".repeat(10_000)))
                .containsExactly("child", "days");
    }

    @Test
    void namesAPointThatIsNotOnEarth() {
        ServedForm form = Drawn.serve(forms, Drawn.campaign("Wells").open(campaigns), "1", """
                # survey
                type     | name  | label
                geopoint | where | Where?
                """);
        assertThat(rules.listBroken(
                        form,
                        ZoneOffset.UTC,
                        List.of(
                                came("<where>90 -180 0 0</where>"),
                                came("<where>200 900 0 0</where>"),
                                came("<where>10 181</where>"),
                                came("<where>here</where>"))))
                .containsExactly(Set.of(), Set.of("where"), Set.of("where"), Set.of("where"));
    }

    @Test
    void namesWhatSomebodyLeftOutThoughTheFormRequiresItThere() {
        ServedForm form = Drawn.serve(forms, Drawn.campaign("Wells").open(campaigns), "1", """
                # survey
                type         | name  | label  | required    | relevant   | constraint
                integer      | days  | Days?  | yes         |            | . < 8
                text         | why   | Why?   | ${days} > 3 |            |
                begin_group  | house | House  |             | ${days} > 5 |
                integer      | rooms | Rooms? | yes         |            |
                end_group    |       |        |             |            |
                begin_repeat | child | Child  |             |            |
                text         | name  | Name?  | yes         |            |
                text         | note  | Note?  |             |            |
                end_repeat   |       |        |             |            |
                """);
        FormRules.Came empty = came("<why/>");
        assertThat(
                        rules.listBroken(
                                form,
                                ZoneOffset.UTC,
                                List.of(
                                        empty,
                                        new FormRules.Came(empty.answers(), empty.begun(), empty.received(), false),
                                        came("<days>2</days>"),
                                        came("<days>9</days><why>x</why><house><rooms>2</rooms></house>"),
                                        came("<days>4</days>"),
                                        came("<days>6</days><why>x</why>"),
                                        came("<days>many</days>"),
                                        came(
                                                "<days>2</days><child><name>A</name></child><child><name/><note>B</note></child>"))))
                .containsExactly(
                        Set.of("days"),
                        Set.of(),
                        Set.of(),
                        Set.of("days"),
                        Set.of("why"),
                        Set.of("house/rooms"),
                        Set.of("days"),
                        Set.of("child/name"));
    }

    /** One parsed form is given all of them: nothing of one may show in the next. */
    @Test
    void judgesEachByItself() {
        assertThat(rules.listBroken(
                        form(),
                        ZoneOffset.UTC,
                        List.of(
                                came("<days>400</days><child><age>40</age></child>"),
                                came("<level>2</level>"),
                                came(""),
                                came("<days>1</days><level>2</level>"),
                                came("<days>9</days><level>2</level>"))))
                .containsExactly(Set.of("days", "child/age"), Set.of("level"), Set.of(), Set.of("level"), Set.of());
    }

    private Set<String> broken(String answers) {
        return rules.listBroken(form(), ZoneOffset.UTC, List.of(came(answers))).getFirst();
    }

    private ServedForm form() {
        return Drawn.serve(forms, Drawn.campaign("Wells").open(campaigns), "1", FORM);
    }

    private static FormRules.Came came(String answers) {
        return came(answers, "2026-11-21T12:00:00Z");
    }

    private static FormRules.Came came(String answers, String at) {
        try {
            Instance instance = InstanceReader.read("<data id=\"wells\">" + answers + "</data>");
            return new FormRules.Came(instance.answers(), Instant.parse(at), Instant.parse(at), true);
        } catch (BrokenInstanceException ours) {
            throw new AssertionError(ours);
        }
    }
}
