package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Forms in several languages. */
class LanguageTest {

    private static final String TWO = """
            survey
            | type           | name | label::English (en) | label::French (fr) | hint::French (fr) | constraint | constraint_message::English (en) | constraint_message::French (fr) | required | required_message::English (en) | required_message::French (fr) |
            | integer        | age  | Your age?           | Votre âge ?        | En années         | . < 150    | Too old, %s                      | Trop vieux                      | yes      | We need it                    | Il le faut                    |
            | select_one use | use  | Use of ${age}?      | Usage de ${age} ?  |                   |            |                                  |                                 |          |                               |                               |
            choices
            | list_name | name  | label::English (en) | label::French (fr) |
            | use       | drink | Drink               | Boire              |
            | use       | wash  | Wash                |                    |
            settings
            | default_language | form_title |
            | French (fr)      | Eau        |
            """;

    @Test
    void speaksEachLanguage() {
        var filling = Filling.of(TWO);
        assertThat(filling.languages()).containsExactly("French (fr)", "English (en)");
        assertThat(filling.label("/data/age")).isEqualTo("Votre âge ?");
        assertThat(filling.prompt("/data/age").getHelpText()).isEqualTo("En années");
        assertThat(filling.answer("/data/age", "200")).isEqualTo("Trop vieux");
        filling.in("English (en)");
        assertThat(filling.label("/data/age")).isEqualTo("Your age?");
        assertThat(filling.answer("/data/age", "200")).isEqualTo("Too old, %s");
        assertThat(filling.choices("/data/use")).containsExactly("drink Drink", "wash Wash");
        filling.answer("/data/age", "30");
        assertThat(filling.label("/data/use")).isEqualTo("Use of 30?");
    }

    @Test
    void showsTheDefaultLanguageWhereATranslationLacks() {
        var filling = Filling.of(TWO);
        assertThat(filling.in("English (en)").prompt("/data/age").getHelpText()).isEqualTo("En années");
        assertThat(filling.in("French (fr)").choices("/data/use")).containsExactly("drink Boire", "wash Wash");
    }

    @Test
    void takesPlainColumnsForTheDefaultLanguage() {
        var form = Drawing.form("""
                survey
                | type | name | label     | label::Swahili (sw) |
                | text | well | Which?    | Kipi?               |
                settings
                | default_language |
                | English (en)     |
                """);
        assertThat(form.languages()).extracting("name").containsExactly("English (en)", "Swahili (sw)");
        assertThat(form.listQuestions().getFirst().label().find("en")).contains("Which?");
    }

    @Test
    void knowsTheDefaultLanguageByItsCodeOrTitle() {
        for (var wanted : new String[] {"sw", "Swahili", "Swahili (sw)", "SWAHILI"}) {
            var form = Drawing.form("""
                    survey
                    | type | name | label::English (en) | label::Swahili (sw) |
                    | text | well | Which?              | Kipi?               |
                    settings
                    | default_language |
                    | %s               |
                    """.formatted(wanted));
            assertThat(form.defaultLanguage().name()).as(wanted).isEqualTo("Swahili (sw)");
        }
    }
}
