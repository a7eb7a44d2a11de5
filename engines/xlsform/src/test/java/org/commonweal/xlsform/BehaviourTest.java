package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What forms do when they are filled in. */
class BehaviourTest {

    @Test
    void asksOnlyWhatIsRelevant() {
        var filling = Filling.of("""
                survey
                | type    | name | label         | relevant    |
                | integer | age  | How old?      |             |
                | text    | job  | Your job?     | ${age} > 17 |
                | note    | bye  | Thanks, ${age} |            |
                """);
        assertThat(filling.asked()).containsExactly("/data/age", "/data/bye");
        filling.answer("/data/age", "18");
        assertThat(filling.asked()).containsExactly("/data/age", "/data/job", "/data/bye");
        assertThat(filling.label("/data/bye")).isEqualTo("Thanks, 18");
    }

    @Test
    void asksAGroupOnlyWhenItIsRelevant() {
        var filling = Filling.of("""
                survey
                | type        | name  | label   | relevant       |
                | text        | farms | Farm?   |                |
                | begin group | farm  | Farm    | ${farms} = 'y' |
                | decimal     | area  | Area?   |                |
                | end group   |       |         |                |
                """);
        assertThat(filling.asked()).containsExactly("/data/farms");
        filling.answer("/data/farms", "y");
        assertThat(filling.asked()).containsExactly("/data/farms", "/data/farm/area");
    }

    @Test
    void refusesAnswersThatBreakAConstraint() {
        var filling = Filling.of("""
                survey
                | type    | name | label    | constraint         | constraint_message | required |
                | integer | age  | How old? | . >= 0 and . < 150 | Between 0 and 149  | yes      |
                """);
        assertThat(filling.answer("/data/age", "150")).isEqualTo("Between 0 and 149");
        assertThat(filling.answer("/data/age", "")).isEqualTo("required");
        assertThat(filling.answer("/data/age", "149")).isEqualTo("ok");
        assertThat(filling.value("/data/age")).isEqualTo("149");
    }

    @Test
    void requiresAnAnswerUnderACondition() {
        var filling = Filling.of("""
                survey
                | type | name  | label  | required        |
                | text | kind  | Kind?  |                 |
                | text | other | Other? | ${kind} = 'other' |
                """);
        assertThat(filling.answer("/data/other", "")).isEqualTo("ok");
        filling.answer("/data/kind", "other");
        assertThat(filling.answer("/data/other", "")).isEqualTo("required");
    }

    @Test
    void showsAnswersInMessages() {
        var filling = Filling.of("""
                survey
                | type    | name | label | constraint  | constraint_message      |
                | integer | born | Born? |             |                         |
                | integer | died | Died? | . > ${born} | Must be later than ${born} |
                """);
        filling.answer("/data/born", "1950");
        assertThat(filling.answer("/data/died", "1940")).isEqualTo("Must be later than 1950");
    }

    @Test
    void computesValues() {
        var filling = Filling.of("""
                survey
                | type      | name  | label | calculation       |
                | integer   | adults | A?   |                   |
                | integer   | kids   | K?   |                   |
                | calculate | people |      | ${adults}+${kids} |
                | calculate | half   |      | round(${people} div 2, 1) |
                | note      | said   | In all ${people} | |
                """);
        filling.answer("/data/adults", "2");
        filling.answer("/data/kids", "3");
        assertThat(filling.value("/data/people")).isEqualTo("5");
        assertThat(filling.value("/data/half")).isEqualTo("2.5");
        assertThat(filling.label("/data/said")).isEqualTo("In all 5");
    }

    @Test
    void keepsAMinusApartFromAName() {
        var filling = Filling.of("""
                survey
                | type      | name | label | calculation |
                | integer   | a    | A?    |             |
                | integer   | b    | B?    |             |
                | calculate | c    |       | ${a}-${b}   |
                """);
        filling.answer("/data/a", "7");
        filling.answer("/data/b", "5");
        assertThat(filling.value("/data/c")).isEqualTo("2");
    }

    @Test
    void beginsWithDefaults() {
        var filling = Filling.of("""
                survey
                | type                | name  | label | default              |
                | integer             | wells | W?    | 3                    |
                | select_multiple use | uses  | U?    | drink wash           |
                | text                | note  | N?    | a-b (c)              |
                | integer             | twice | T?    | ${wells} * 2         |
                | text                | greet | G?    | concat('x', 'y')     |
                choices
                | list_name | name  | label |
                | use       | drink | Drink |
                | use       | wash  | Wash  |
                """);
        assertThat(filling.value("/data/wells")).isEqualTo("3");
        assertThat(filling.value("/data/uses")).isEqualTo("drink wash");
        assertThat(filling.value("/data/note")).isEqualTo("a-b (c)");
        assertThat(filling.value("/data/twice")).isEqualTo("6");
        assertThat(filling.value("/data/greet")).isEqualTo("xy");
    }

    @Test
    void doesNotLetReadOnlyQuestionsBeAnswered() {
        var filling = Filling.of("""
                survey
                | type | name | label | read_only | default |
                | text | code | Code  | yes       | K7      |
                | text | free | Free  |           |         |
                """);
        assertThat(filling.prompt("/data/code").isReadOnly()).isTrue();
        assertThat(filling.prompt("/data/free").isReadOnly()).isFalse();
    }

    @Test
    void acknowledges() {
        var filling = Filling.of("""
                survey
                | type        | name  | label     | required |
                | acknowledge | agree | I agree   | yes      |
                """);
        assertThat(filling.answer("/data/agree", "")).isEqualTo("required");
        assertThat(filling.answer("/data/agree", "OK")).isEqualTo("ok");
        assertThat(filling.submission()).contains("<agree>OK</agree>");
    }

    @Test
    void notesWhatTheClientKnows() {
        var filling = Filling.of("""
                survey
                | type     | name    | label |
                | start    | started |       |
                | end      | ended   |       |
                | today    | day     |       |
                | deviceid | device  |       |
                | username | who     |       |
                | text     | said    | Said? |
                """);
        assertThat(filling.asked()).containsExactly("/data/said");
        assertThat(filling.value("/data/device")).isEqualTo("deviceid-of-client");
        assertThat(filling.value("/data/who")).isEqualTo("username-of-client");
        assertThat(filling.value("/data/day")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(filling.submission()).containsPattern("<started>\\d{4}-").containsPattern("<ended>\\d{4}-");
    }

    @Test
    void namesTheSubmission() {
        var filling = Filling.of("""
                survey
                | type | name    | label |
                | text | village | V?    |
                settings
                | form_title | form_id | version | instance_name              |
                | Wells      | wells   | 7       | concat('Well of ', ${village}) |
                """);
        filling.answer("/data/village", "Ndola");
        assertThat(filling.submission())
                .contains("id=\"wells\"", "version=\"7\"")
                .containsPattern("<orx:instanceID>uuid:[0-9a-f-]{36}</orx:instanceID>")
                .contains("<orx:instanceName>Well of Ndola</orx:instanceName>");
    }

    @Test
    void showsMarkupCharactersAsTheyAre() {
        var filling = Filling.of("""
                survey
                | type | name | label                  | hint       | constraint | constraint_message |
                | text | q    | Is a <b> & "c" > 'd'?\\nOr | x < y & "z" | . != '<'  | not "<" & not \\n  |
                """);
        assertThat(filling.label("/data/q")).isEqualTo("Is a <b> & \"c\" > 'd'?\nOr");
        assertThat(filling.prompt("/data/q").getHelpText()).isEqualTo("x < y & \"z\"");
        assertThat(filling.answer("/data/q", "<")).isEqualTo("not \"<\" & not");
    }
}
