package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Groups asked several times. */
class RepeatTest {

    @Test
    void seesItsOwnValues() {
        var filling = Filling.of("""
                survey
                | type         | name   | label      | relevant    | calculation |
                | begin repeat | member | Member     |             |             |
                | integer      | age    | Age?       |             |             |
                | begin group  | more   | More       |             |             |
                | text         | job    | Job at ${age}? | ${age} > 17 |         |
                | end group    |        |            |             |             |
                | calculate    | twice  |            |             | ${age} * 2  |
                | end repeat   |        |            |             |             |
                | calculate    | sum    |            |             | sum(${age}) |
                """);
        filling.answer("/data/member/age", "10");
        filling.addRepetition("/data/member");
        filling.answer("/data/member[2]/age", "30");
        assertThat(filling.asked())
                .containsExactly("/data/member/age", "/data/member[2]/age", "/data/member[2]/more/job");
        assertThat(filling.label("/data/member[2]/more/job")).isEqualTo("Job at 30?");
        assertThat(filling.value("/data/member[1]/twice")).isEqualTo("20");
        assertThat(filling.value("/data/member[2]/twice")).isEqualTo("60");
        assertThat(filling.value("/data/sum")).isEqualTo("40");
    }

    @Test
    void isAskedAsOftenAsCounted() {
        var filling = Filling.of("""
                survey
                | type         | name  | label | repeat_count    |
                | integer      | n     | N?    |                 |
                | begin repeat | well  | Well  | ${n}            |
                | text         | place | P?    |                 |
                | end repeat   |       |       |                 |
                | begin repeat | more  | More  | ${n} + 1        |
                | text         | other | O?    |                 |
                | end repeat   |       |       |                 |
                | begin repeat | fixed | Fixed | 2               |
                | text         | thing | T?    |                 |
                | end repeat   |       |       |                 |
                """);
        filling.answer("/data/n", "2");
        assertThat(filling.asked())
                .containsExactly(
                        "/data/n",
                        "/data/well/place",
                        "/data/well[2]/place",
                        "/data/more/other",
                        "/data/more[2]/other",
                        "/data/more[3]/other",
                        "/data/fixed/thing",
                        "/data/fixed[2]/thing");
    }

    @Test
    void nests() {
        var filling = Filling.of("""
                survey
                | type         | name  | label | repeat_count | calculation         | default |
                | begin repeat | house | House |              |                     |         |
                | integer      | rooms | R?    |              |                     | 2       |
                | begin repeat | room  | Room  | ${rooms}     |                     |         |
                | integer      | area  | A?    |              |                     |         |
                | calculate    | share |       |              | ${area} * ${rooms}  |         |
                | end repeat   |       |       |              |                     |         |
                | calculate    | all   |       |              | sum(${area})        |         |
                | end repeat   |       |       |              |                     |         |
                """);
        assertThat(filling.asked())
                .containsExactly("/data/house/rooms", "/data/house/room/area", "/data/house/room[2]/area");
        filling.answer("/data/house/room/area", "10");
        filling.answer("/data/house/room[2]/area", "20");
        filling.addRepetition("/data/house");
        filling.answer("/data/house[2]/rooms", "1");
        filling.asked();
        filling.answer("/data/house[2]/room/area", "5");
        assertThat(filling.value("/data/house[1]/all")).isEqualTo("30");
        assertThat(filling.value("/data/house[2]/all")).isEqualTo("5");
        assertThat(filling.value("/data/house[1]/room[2]/share")).isEqualTo("40");
        assertThat(filling.value("/data/house[2]/room[1]/share")).isEqualTo("5");
    }

    @Test
    void evaluatesDefaultsForEachRepetition() {
        var filling = Filling.of("""
                survey
                | type         | name   | label | default        |
                | text         | lang   | L?    | fr             |
                | begin repeat | visit  | Visit |                |
                | integer      | number | N?    | position(..)   |
                | text         | in     | In?   | ${lang}        |
                | end repeat   |        |       |                |
                """);
        filling.addRepetition("/data/visit");
        assertThat(filling.value("/data/visit[1]/number")).isEqualTo("1");
        assertThat(filling.value("/data/visit[2]/number")).isEqualTo("2");
        assertThat(filling.value("/data/visit[2]/in")).isEqualTo("fr");
    }

    @Test
    void looksIntoAnotherRepetition() {
        var filling = Filling.of("""
                survey
                | type         | name  | label | calculation |
                | begin repeat | visit | Visit | |
                | integer      | cows  | C?    | |
                | calculate    | last  |       | indexed-repeat(${cows}, ${visit}, position(..) - 1) |
                | end repeat   |       |       | |
                | calculate    | times |       | count(${visit}) |
                """);
        filling.answer("/data/visit/cows", "4");
        filling.addRepetition("/data/visit");
        assertThat(filling.value("/data/visit[2]/last")).isEqualTo("4");
        assertThat(filling.value("/data/times")).isEqualTo("2");
    }
}
