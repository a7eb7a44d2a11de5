package org.commonweal.xlsform.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonweal.xlsform.Drawing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References as paths. */
class PathsTest {

    private static final Paths PATHS = new Paths(Drawing.form("""
            survey
            | type         | name   | label |
            | text         | top    | T     |
            | begin repeat | house  | H     |
            | text         | door   | D     |
            | begin group  | in     | I     |
            | text         | colour | C     |
            | end group    |        |       |
            | begin repeat | room   | R     |
            | text         | area   | A     |
            | end repeat   |        |       |
            | end repeat   |        |       |
            | begin repeat | other  | O     |
            | text         | thing  | T     |
            | end repeat   |        |       |
            """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data/top             | top    | /data/top",
                "/data/top             | area   | /data/house/room/area",
                "/data/house/door      | top    | /data/top",
                "/data/house/door      | colour | ../in/colour",
                "/data/house/door      | area   | ../room/area",
                "/data/house/door      | room   | ../room",
                "/data/house/door      | house  | /data/house",
                "/data/house/in/colour | door   | ../../door",
                "/data/house/room/area | door   | ../../door",
                "/data/house/room/area | colour | ../../in/colour",
                "/data/house/room      | door   | ../door",
                "/data/house/in        | colour | ../in/colour",
                "/data/house           | door   | /data/house/door",
                "/data/other/thing     | door   | /data/house/door"
            })
    void leadFromAnItemToAnother(String from, String name, String path) {
        assertThat(PATHS.path(name.strip(), from.strip())).isEqualTo(path.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "${top}-${door}|/data/house/in/colour| /data/top - ../../door ",
                "jr:choice-name(${top}, '${top}')|/data/top|jr:choice-name( /data/top , '/data/top')",
                "indexed-repeat(${door}, ${house}, ${top})|/data/house/door|indexed-repeat( /data/house/door ,  /data/house ,  /data/top )",
                "indexed-repeat(${door}, ${house}, ${door} + 1)|/data/house/door|indexed-repeat( /data/house/door ,  /data/house ,  ../door  + 1)",
                "instance('l')/root/item[name = ${door}]/label|/data/house/door|instance('l')/root/item[name =  current()/../door ]/label",
                "count(${room}[area = ${door}])|/data/house/door|count( ../room [area =  ../door ])"
            })
    void standInExpressions(String written, String at, String xpath) {
        assertThat(PATHS.substitute(written, at)).isEqualTo(xpath);
    }
}
