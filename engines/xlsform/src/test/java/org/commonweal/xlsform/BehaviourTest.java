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
    void refusesAnswersThatBreakAConstraint() {
        var filling = Filling.of("""
                survey
                | type    | name | label    | constraint        | constraint_message | required |
                | integer | age  | How old? | . >= 0 and . < 150 | Between 0 and 149  | yes      |
                """);
        assertThat(filling.answer("/data/age", "150")).isEqualTo("Between 0 and 149");
        assertThat(filling.answer("/data/age", "")).isEqualTo("required");
        assertThat(filling.answer("/data/age", "149")).isEqualTo("ok");
        assertThat(filling.value("/data/age")).isEqualTo("149");
    }
}
