package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told about rows of the sheet ‹survey›. */
class SurveyFaultTest {

    @Test
    void saysRuleOffenderAndWayOut() {
        var faults = Drawing.read("""
                survey
                | type              | name | label |
                | select_one colors | q    | Q?    |
                choices
                | list_name | name | label |
                | colours   | red  | Red   |
                | sizes     | s    | S     |
                """).listErrors();
        assertThat(faults)
                .extracting(Fault::message)
                .containsExactly(
                        "Row 2 of sheet ‹survey›, column ‹type›: type ‹select_one colors› names a list that sheet ‹choices› does"
                                + " not have. Lists there: colours, sizes.");
        assertThat(faults.getFirst().rule()).isEqualTo(Rule.MISSING_LIST);
    }

    /** Reasons of the expressions' own parser are sentences with their own end. */
    @ParameterizedTest
    @ValueSource(strings = {"(1", "1)", "selected(1", "'a", ". >", "a/b[", "1 ==== 2", "count(", "/", "count(/) > 1"})
    void endsEachSentenceOnce(String broken) {
        var faults = Drawing.read("""
                survey
                | type | name | label | relevant |
                | text | q    | Q?    | %s       |
                """.formatted(broken)).listErrors();
        assertThat(faults).isNotEmpty();
        assertThat(faults)
                .extracting(Fault::message)
                .allSatisfy(said -> assertThat(said).endsWith(".").doesNotContainPattern("[.!][.]$"));
    }

    @Test
    void tellsAllAtOnce() {
        assertThat(Drawing.errors("""
                survey
                | type      | name    | label      | relevant    | calculation |
                | integr    | age     | Age?       |             |             |
                | text      | 2nd     | Second?    |             |             |
                | text      |         | Third?     |             |             |
                | text      | a b     | Fourth?    |             |             |
                | text      | village | V?         |             |             |
                | text      | village | V again?   |             |             |
                | text      | job     | Job?       | ${vilage} = 'x' |         |
                |           | lost    | Lost?      |             |             |
                | calculate | sum     |            |             |             |
                | rank l    | order   | Order?     |             |             |
                """)).isEqualTo("""
                survey 2 type: UNKNOWN_TYPE integr | Did you mean ‹integer›?
                survey 3 name: INVALID_NAME 2nd | _2nd
                survey 4 name: MISSING_NAME question
                survey 5 name: INVALID_NAME a b | a_b
                survey 7 name: DUPLICATE_NAME village | 6
                survey 8 relevant: UNKNOWN_REFERENCE vilage | Did you mean ‹village›?
                survey 9 type: MISSING_TYPE
                survey 10 calculation: MISSING_CALCULATION sum
                survey 11 type: TYPE_NOT_READ rank l | Ask with select_one questions instead.""");
    }

    @Test
    void tellsTheListThatIsMissingBesideANameThatIsNone() {
        assertThat(Drawing.errors("""
                survey
                | type             | name   | label |
                | select_one stat  | wa ter | W?    |
                choices
                | list_name | name | label |
                | state     | dry  | Dry   |
                """)).isEqualTo("""
                survey 2 name: INVALID_NAME wa ter | wa_ter
                survey 2 type: MISSING_LIST select_one stat | state""");
    }

    @Test
    void doesNotBlameWhoRefersToARowWithAWrongType() {
        assertThat(Drawing.errors("""
                survey
                | type   | name | label | relevant  | parameters                  |
                | integr | age  | Age?  |           |                             |
                | text   | job  | Job?  | ${age} > 1 |                            |
                | select_one l | a | A? |           | randomize=true seed=${ghost} |
                | select_one l | b | B? |           | randomize=true seed=)        |
                choices
                | list_name | name | label |
                | l         | x    | X     |
                """).replaceAll(" \\| it .*", "")).isEqualTo("""
                survey 2 type: UNKNOWN_TYPE integr | Did you mean ‹integer›?
                survey 4 parameters: UNKNOWN_REFERENCE ghost | Write the name of a row of sheet ‹survey›.
                survey 5 parameters: BROKEN_EXPRESSION ) | Unbalanced brackets or parentheses!""");
    }

    @Test
    void allowsTheSameNameInAnotherGroupUntilItIsReferredTo() {
        assertThat(Drawing.errors("""
                survey
                | type        | name | label | relevant    |
                | begin group | a    | A     |             |
                | text        | x    | X?    |             |
                | end group   |      |       |             |
                | text        | x    | X?    |             |
                """)).isEmpty();
        assertThat(Drawing.errors("""
                survey
                | type        | name | label | relevant    |
                | begin group | a    | A     |             |
                | text        | x    | X?    |             |
                | end group   |      |       |             |
                | text        | x    | X?    |             |
                | text        | y    | Y?    | ${x} = 1    |
                """)).isEqualTo("survey 6 relevant: AMBIGUOUS_REFERENCE x | 3 and 5");
    }

    @Test
    void namesBothRowsOfAMismatch() {
        assertThat(Drawing.errors("""
                survey
                | type         | name | label |
                | begin group  | a    | A     |
                | begin repeat | b    | B     |
                | text         | x    | X?    |
                | end group    |      |       |
                | end group    |      |       |
                | end repeat   |      |       |
                | begin group  | c    | C     |
                | text         | y    | Y?    |
                """)).isEqualTo("""
                survey 5 type: UNMATCHED_END end group | what is open is the repeat ‹b› of row 3. Write ‹end repeat›, or end what was begun in between
                survey 7 type: UNMATCHED_END end repeat | nothing is open. Remove the row
                survey 8 type: UNCLOSED begin group | c | end group""");
    }

    @Test
    void tellsBrokenExpressions() {
        var faults = Drawing.errors("""
                survey
                | type    | name | label        | relevant            | constraint | calculation  |
                | integer | a    | A?           |                     | . > (1     |              |
                | text    | b    | B?           | ${a} ==== 3         |            |              |
                | text    | c    | C? ${a       | selcted(${a}, '1')  |            |              |
                | text    | d    | D? ${ghost}  | $a = 1              |            |              |
                | text    | e    | E?           | /data/ghost = 1     |            |              |
                | text    | f    | F?           | pulldata('x','y','z', ${a}) = 1 |  |            |
                | integer | g    | G?           |                     | . >=       |              |
                | integer | h    | H?           |                     | . >= and   |              |
                """);
        assertThat(faults.lines()).hasSize(10);
        assertThat(faults)
                .contains("survey 2 constraint: BROKEN_EXPRESSION . > (1 | ")
                .contains("survey 3 relevant: BROKEN_EXPRESSION ${a} ==== 3 | ")
                .contains("survey 4 label: BROKEN_REFERENCE ${a | ${a}")
                .contains("survey 4 relevant: UNKNOWN_FUNCTION selcted | Did you mean ‹selected›?")
                .contains("survey 5 label: UNKNOWN_REFERENCE ghost | Write the name")
                .contains("survey 5 relevant: BROKEN_REFERENCE $a | ${a}")
                .contains("survey 6 relevant: UNKNOWN_PATH /data/ghost")
                .contains("survey 7 relevant: UNKNOWN_FUNCTION pulldata | ")
                .contains("survey 8 constraint: BROKEN_EXPRESSION . >= | a value is missing beside one of its signs")
                .contains("survey 9 constraint: LONE_OPERATOR and");
    }

    @Test
    void tellsCirclesWithTheirRows() {
        assertThat(Drawing.errors("""
                survey
                | type        | name | label | relevant | calculation |
                | calculate   | a    |       |          | ${b} + 1    |
                | calculate   | b    |       |          | ${c} + 1    |
                | calculate   | c    |       |          | ${a} + 1    |
                | calculate   | self |       |          | ${self} + 1 |
                | begin group | g    | G     | ${in} = 1 |            |
                | integer     | in   | In?   |          |             |
                | end group   |      |       |          |             |
                """)).isEqualTo("""
                survey 2 calculation: CIRCULAR a | ‹a› (row 2) needs ‹b› (row 3) needs ‹c› (row 4) needs ‹a›
                survey 5 calculation: CIRCULAR self | ‹self› (row 5) needs ‹self›
                survey 7 relevant: CIRCULAR in | ‹in› (row 7) needs ‹in›""");
    }

    @Test
    void lendsNoMeaningToCellsThatHaveNone() {
        assertThat(Drawing.faults("""
                survey
                | type        | name | label | constraint | repeat_count | required | colour | guidance_hint |
                | begin group | g    | G     | . > 1      | 3            |          |        |               |
                | text        | q    | Q?    |            |              | no       | red    | more          |
                | end group   |      |       |            |              |          |        |               |
                settings
                | form_title | form_id | version | colour | public_key |
                | T          | t       | 1       | red    | abc        |
                """)).isEqualTo("""
                settings 2 public_key: COLUMN_NOT_READ public_key
                settings 2 colour: UNKNOWN_SETTING colour |
                survey colour: UNKNOWN_COLUMN colour |
                survey guidance_hint: COLUMN_LEFT_OUT guidance_hint
                survey 2 repeat_count: COUNT_OUTSIDE_REPEAT g
                survey 2 constraint: CELL_HAS_NO_MEANING constraint | group""");
    }

    @Test
    void refusesColumnsWithoutWhichTheFormWouldBehaveOtherwise() {
        assertThat(Drawing.errors("""
                survey
                | type | name | label | trigger | relevance | relevant |
                | text | a    | A?    |         |           |          |
                | text | b    | B?    | ${a}    |           |          |
                """)).isEqualTo("""
                survey 1 relevant: DUPLICATE_COLUMN relevance | relevant
                survey 3 trigger: COLUMN_NOT_READ trigger""");
    }

    @Test
    void checksDefaultsAndParameters() {
        assertThat(Drawing.errors("""
                survey
                | type         | name | label | default    | parameters        |
                | integer      | a    | A?    | 3.5        |                   |
                | decimal      | b    | B?    | 3.5        |                   |
                | date         | c    | C?    | 31.1.2026  |                   |
                | date         | d    | D?    | 2026-01-31 |                   |
                | select_one l | e    | E?    | z          |                   |
                | range        | f    | F?    |            | start=0 step=0    |
                | range        | g    | G?    | 3          | start=0 end=5     |
                | geopoint     | h    | H?    | here       |                   |
                | time         | i    | I?    | 9 o'clock  |                   |
                choices
                | list_name | name | label |
                | l         | y    | Y     |
                """)).isEqualTo("""
                survey 2 default: INVALID_DEFAULT 3.5 | a whole number below 2,147,483,648
                survey 4 default: INVALID_DEFAULT 31.1.2026 | a date, written like 2026-01-31
                survey 6 default: INVALID_DEFAULT z | one of the choices
                survey 7 parameters: INVALID_PARAMETER start=0 step=0 | write start, end and step as numbers
                survey 9 default: INVALID_DEFAULT here | a point, written as latitude and longitude in degrees: 46.2 6.1
                survey 10 default: INVALID_DEFAULT 9 o'clock | a time, written like 09:30""");
    }

    @Test
    void skipsDisabledAndBlankRows() {
        var form = Drawing.form("""
                survey
                | type    | name | label | disabled |
                |         |      |       |          |
                | nothing | x    | X?    | yes      |
                | text    | y    | Y?    |          |
                """);
        assertThat(form.listQuestions()).extracting(q -> q.name()).containsExactly("y");
        assertThat(form.listQuestions().getFirst().node().row()).isEqualTo(4);
    }
}
