package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.xlsform.form.Form;
import org.junit.jupiter.api.Test;

/** The form as records. */
class FormTest {

    private static final Form FORM = Drawing.form("""
            survey
            | type           | name   | label::English (en) | label::French (fr) | hint |
            | today          | day    |                     |                    |      |
            | begin group    | where  | Where               | Où                 |      |
            | geopoint       | point  | Point               | Point              | Outdoors |
            | begin repeat   | source | Source              | Source             |      |
            | select_one use | use    | Use                 | Usage              |      |
            | photo          | pic    | Picture             | Photo              |      |
            | end repeat     |        |                     |                    |      |
            | end group      |        |                     |                    |      |
            choices
            | list_name | name  | label::English (en) | label::French (fr) | litres |
            | use       | drink | Drink               | Boire              | 3      |
            | use       | wash  | Wash                | Laver              |        |
            settings
            | form_title | form_id | version | default_language | style |
            | Water      | water   | 2       | en               | pages |
            """);

    @Test
    void listsItsQuestionsWithPathsTypesAndWords() {
        assertThat(FORM.listQuestions().stream()
                        .map(q -> q.path() + " " + q.type() + " " + q.label().best("fr"))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        /data/day TODAY\s
                        /data/where/point GEOPOINT Point
                        /data/where/source/use SELECT_ONE Usage
                        /data/where/source/pic IMAGE Photo""");
    }

    @Test
    void findsItemsByPath() {
        assertThat(FORM.findItem("/data/where/source")).isPresent();
        assertThat(FORM.findItem("/data/source")).isEmpty();
    }

    @Test
    void knowsItsChoices() {
        assertThat(FORM.getChoices("use"))
                .extracting(c -> c.name() + " " + c.label().best("French (fr)") + " " + c.columns())
                .containsExactly("drink Boire {litres=3}", "wash Laver {}");
        assertThatThrownBy(() -> FORM.getChoices("uses")).hasMessageContaining("[use]");
    }

    @Test
    void knowsItselfAndItsLanguages() {
        assertThat(FORM.identity().toString()).isEqualTo("Identity[title=Water, id=water, version=2]");
        assertThat(FORM.languages().toString()).isEqualTo("[Language[name=English (en)], Language[name=French (fr)]]");
        assertThat(XForm.write(FORM)).contains("<h:body class=\"pages\">");
    }

    @Test
    void isServedUnderAnotherIdAndVersion() {
        assertThat(XForm.write(FORM.identifiedAs("hub-7", "3"))).contains("<data id=\"hub-7\" version=\"3\">");
    }

    @Test
    void filesPlainColumnsUnderTheDefaultLanguage() {
        var point = FORM.listQuestions().get(1);
        assertThat(point.hint().find("en")).contains("Outdoors");
        assertThat(point.hint().find("fr")).isEmpty();
    }

    @Test
    void isReadTheSameByManyThreadsAtOnce() {
        var file = Drawing.xlsx("""
                survey
                | type         | name | label      | relevant                   | calculation        |
                | begin repeat | m    | M          |                            |                    |
                | integer      | age  | Age?       |                            |                    |
                | text         | job  | Job? ${age} | ${age} > 17 and not(false()) |                 |
                | calculate    | sum  |            |                            | sum(${age}) div 2  |
                | end repeat   |      |            |                            |                    |
                """);
        var alone = Drawing.read(file);
        assertThat(alone.form()).isPresent();
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> Drawing.read(file))
                        .distinct())
                .containsExactly(alone);
    }
}
