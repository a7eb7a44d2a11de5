package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Selects and the choices they offer. */
class ChoiceTest {

    private static final String PLACES = """
            survey
            | type              | name   | label | choice_filter     |
            | select_one region | region | R?    |                   |
            | select_one town   | town   | T?    | region=${region}  |
            choices
            | list_name | name  | label | region |
            | region    | n     | North |        |
            | region    | s     | South |        |
            | town      | aa    | Aaton | n      |
            | town      | bb    | Beton | s      |
            | town      | cc    | Ceton | s      |
            """;

    @Test
    void offersWhatPassesTheFilter() {
        var filling = Filling.of(PLACES);
        assertThat(filling.choices("/data/region")).containsExactly("n North", "s South");
        assertThat(filling.choices("/data/town")).isEmpty();
        filling.answer("/data/region", "s");
        assertThat(filling.choices("/data/town")).containsExactly("bb Beton", "cc Ceton");
    }

    @Test
    void filtersWithinARepeatByItsOwnAnswers() {
        var filling = Filling.of("""
                survey
                | type              | name   | label | choice_filter     | default |
                | begin repeat      | stop   | Stop  |                   |         |
                | select_one region | region | R?    |                   |         |
                | select_one town   | town   | T?    | region=${region}  |         |
                | end repeat        |        |       |                   |         |
                choices
                | list_name | name  | label | region |
                | region    | n     | North |        |
                | region    | s     | South |        |
                | town      | aa    | Aaton | n      |
                | town      | bb    | Beton | s      |
                """);
        filling.addRepetition("/data/stop");
        filling.answer("/data/stop/region", "n");
        filling.answer("/data/stop[2]/region", "s");
        assertThat(filling.choices("/data/stop/town")).containsExactly("aa Aaton");
        assertThat(filling.choices("/data/stop[2]/town")).containsExactly("bb Beton");
    }

    @Test
    void takesSeveral() {
        var filling = Filling.of("""
                survey
                | type                | name | label  | relevant                | constraint            |
                | select_multiple use | uses | Uses?  |                         | count-selected(.) < 3 |
                | text                | why  | Why?   | selected(${uses}, 'wash') |                     |
                choices
                | list_name | name  | label |
                | use       | drink | Drink |
                | use       | wash  | Wash  |
                | use       | sell  | Sell  |
                """);
        assertThat(filling.answer("/data/uses", "drink wash sell")).isEqualTo("null");
        filling.answer("/data/uses", "drink wash");
        assertThat(filling.value("/data/uses")).isEqualTo("drink wash");
        assertThat(filling.asked()).containsExactly("/data/uses", "/data/why");
    }

    @Test
    void shufflesTheSameWayForTheSameSeed() {
        var drawing = """
                survey
                | type         | name | label | parameters             |
                | integer      | n    | N?    |                        |
                | select_one l | q    | Q?    | randomize=true seed=%s |
                choices
                | list_name | name | label |
                | l         | a    | A     |
                | l         | b    | B     |
                | l         | c    | C     |
                | l         | d    | D     |
                """;
        var shuffled = Filling.of(drawing.formatted("42")).choices("/data/q");
        assertThat(shuffled)
                .containsExactlyInAnyOrder("a A", "b B", "c C", "d D")
                .isNotEqualTo(shuffled.stream().sorted().toList());
        var other = Filling.of(drawing.formatted("${n}"));
        other.answer("/data/n", "42");
        assertThat(other.choices("/data/q")).isEqualTo(shuffled);
    }

    @Test
    void tellsAChoicesWords() {
        var filling = Filling.of("""
                survey
                | type           | name | label | calculation                            |
                | select_one use | use  | Use?  |                                        |
                | calculate      | said |       | jr:choice-name(${use}, '${use}') |
                choices
                | list_name | name  | label    |
                | use       | drink | To drink |
                """);
        filling.answer("/data/use", "drink");
        assertThat(filling.value("/data/said")).isEqualTo("To drink");
    }

    @Test
    void showsAnswersInChoices() {
        var filling = Filling.of("""
                survey
                | type           | name | label |
                | text           | name | Name? |
                | select_one who | who  | Who?  |
                choices
                | list_name | name  | label     |
                | who       | self  | ${name} herself |
                | who       | other | Somebody else |
                """);
        filling.answer("/data/name", "Ada");
        assertThat(filling.choices("/data/who")).containsExactly("self Ada herself", "other Somebody else");
    }

    @Test
    void showsTheNameOfAChoiceWithoutWords() {
        var filling = Filling.of("""
                survey
                | type         | name | label |
                | select_one l | q    | Q?    |
                choices
                | list_name | name | label |
                | l         | a    |       |
                | l         | b    | Bee   |
                """);
        assertThat(filling.choices("/data/q")).containsExactly("a a", "b Bee");
    }
}
