package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.commonweal.xlsform.form.Consent;
import org.commonweal.xlsform.form.Text;
import org.junit.jupiter.api.Test;

/** Consent asked first. */
class ConsentTest {

    private static final Consent CONSENT =
            new Consent("2026-3", Text.of(Map.of("en", "We ask <you>.", "fr", "Nous demandons.")));

    private static final String FORM = """
            survey
            | type         | name   | label::French (fr) | label::English (en) | relevant    | calculation | default  | required |
            | start        | begun  |                    |                     |             |             |          |          |
            | integer      | age    | Âge ?              | Age?                |             |             |          | yes      |
            | text         | job    | Métier ?           | Job?                | ${age} > 17 or ${age} = 3 |  |       |          |
            | begin repeat | animal | Animal             | Animal              |             |             |          |          |
            | text         | kind   | Espèce ?           | Kind?               |             |             | concat('a','b') |   |
            | end repeat   |        |                    |                     |             |             |          |          |
            | calculate    | twice  |                    |                     |             | ${age} * 2  |          |          |
            | text         | place  | Lieu ?             | Place?              |             |             | concat('x', 'y') |  |
            """;

    private final Filling filling =
            Filling.of(CONSENT.before(Drawing.form(FORM)).identifiedAs("wells", "12"));

    @Test
    void asksNothingElseBeforeItIsGiven() {
        assertThat(filling.asked()).containsExactly(Consent.AGREED_PATH);
        assertThat(filling.answer(Consent.AGREED_PATH, "")).isEqualTo("required");
        assertThat(filling.answer(Consent.AGREED_PATH, Consent.AGREED)).isEqualTo("ok");
        assertThat(filling.asked())
                .containsExactly(Consent.AGREED_PATH, "/data/age", "/data/animal/kind", "/data/place");
    }

    @Test
    void keepsTheConditionsOfTheForm() {
        filling.answer(Consent.AGREED_PATH, Consent.AGREED);
        filling.answer("/data/age", "3");
        assertThat(filling.asked()).contains("/data/job");
        filling.answer("/data/age", "4");
        assertThat(filling.asked()).doesNotContain("/data/job");
        assertThat(filling.value("/data/twice")).isEqualTo("8");
    }

    @Test
    void keepsTheDefaultsOfTheForm() {
        filling.answer(Consent.AGREED_PATH, Consent.AGREED);
        assertThat(filling.value("/data/place")).isEqualTo("xy");
        assertThat(filling.value("/data/animal/kind")).isEqualTo("ab");
    }

    @Test
    void standsInEverySubmissionWithItsVersion() {
        filling.answer(Consent.AGREED_PATH, Consent.AGREED);
        filling.answer("/data/age", "30");
        assertThat(filling.submission().replaceAll(">\\s+<", "><"))
                .contains("id=\"wells\"", "version=\"12\"")
                .contains("<commonweal_consent><version>2026-3</version><agreed>OK</agreed></commonweal_consent>")
                .containsPattern("<begun>\\d{4}");
    }

    @Test
    void speaksTheLanguagesOfTheForm() {
        assertThat(filling.label(Consent.AGREED_PATH)).isEqualTo("Nous demandons.");
        assertThat(filling.in("English (en)").label(Consent.AGREED_PATH)).isEqualTo("We ask <you>.");
        assertThat(filling.prompt(Consent.AGREED_PATH).getHelpText())
                .as("no bare number")
                .isNull();
    }

    @Test
    void speaksTheFirstOfItsLanguagesInAFormWithoutAny() {
        var plain = Drawing.form("""
                survey
                | type | name | label |
                | text | q    | Q?    |
                """);
        var consent = new Consent("1", Text.of(Map.of("fr", "D'accord ?")));
        assertThat(Filling.of(consent.before(plain)).label(Consent.AGREED_PATH)).isEqualTo("D'accord ?");
    }

    @Test
    void isAskedOnce() {
        var once = CONSENT.before(Drawing.form(FORM));
        assertThatThrownBy(() -> CONSENT.before(once)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cannotBeShadowedByTheForm() {
        assertThat(Drawing.errors("""
                survey
                | type | name               | label |
                | text | commonweal_consent | Q?    |
                | text | meta               | Q?    |
                """)).isEqualTo("""
                survey 2 name: RESERVED_NAME commonweal_consent
                survey 3 name: RESERVED_NAME meta""");
    }
}
