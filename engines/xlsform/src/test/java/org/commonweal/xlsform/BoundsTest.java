package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms larger than forms are, and those just below. */
class BoundsTest {

    @Test
    void followsAChainAsLongAsAForm() {
        var rows = header();
        rows.add(row("integer", "q0", ""));
        for (var i = 1; i < 2_000; i++) {
            rows.add(row("calculate", "q" + i, "${q" + (i - 1) + "} + 1"));
        }
        assertThat(read(rows).listErrors()).isEmpty();
        rows.set(1, row("calculate", "q0", "${q1999}"));
        assertThat(read(rows).listErrors()).extracting(Fault::rule).containsExactly(Rule.CIRCULAR);
    }

    @Test
    void refusesTooManyRows() {
        var rows = header();
        for (var i = 0; i < 5_001; i++) {
            rows.add(row("text", "q" + i, ""));
        }
        assertThat(read(rows).listErrors()).extracting(Fault::rule).containsExactly(Rule.LONG_FORM);
    }

    @Test
    void refusesToNestTooDeep() {
        assertThat(read(nested(30)).listErrors()).isEmpty();
        assertThat(read(nested(31)).listErrors()).extracting(Fault::rule).containsExactly(Rule.TOO_DEEP);
        assertThat(read(nested(2_000)).listErrors()).extracting(Fault::rule).containsExactly(Rule.TOO_DEEP);
    }

    @Test
    void tellsNoMoreThanAnybodyReads() {
        var rows = header();
        for (var i = 0; i < 1_200; i++) {
            rows.add(row("nonsense", "q" + i, ""));
        }
        var errors = read(rows).listErrors();
        assertThat(errors).hasSize(1_001);
        assertThat(errors.getFirst().message()).startsWith("The file: it has more than 1000 errors");
    }

    @Test
    void refusesNoFormForItsWarnings() {
        var rows = header();
        for (var i = 0; i < 1_200; i++) {
            rows.add(row("text", "q" + i, ""));
        }
        var result = read(rows);
        assertThat(result.form()).isPresent();
        assertThat(result.faults()).hasSize(1_001).extracting(Fault::rule).contains(Rule.MORE_WARNINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1%s~+1", "%s1~-", "1%s~ or 1", "%s1~not(", "%s~(", "1%s~[1]", "a%s~/a", "concat(1%s)~,1"})
    void refusesExpressionsThatWouldExhaustTheParser(String shape) {
        var parts = shape.split("~");
        var rows = header();
        rows.add(row("calculate", "q", parts[0].formatted(parts[1].repeat(4_100))));
        assertThat(read(rows).listErrors()).extracting(Fault::rule).containsExactly(Rule.BROKEN_EXPRESSION);
    }

    @Test
    void takesExpressionsAsLongAsPeopleWrite() {
        var rows = header();
        rows.add(row("integer", "a", ""));
        rows.add(row("calculate", "sum", "0" + " + ${a}".repeat(300)));
        rows.add(row("calculate", "nest", "if(${a} = 1, 2, ".repeat(150) + "3" + ")".repeat(150)));
        assertThat(read(rows).listErrors()).isEmpty();
        var filling = Filling.of(read(rows).getForm());
        filling.answer("/data/a", "2");
        assertThat(filling.value("/data/sum")).isEqualTo("600");
        assertThat(filling.value("/data/nest")).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"âge", "возраст", "ηλικία", "a.b-c_1", "_x"})
    void takesNamesThatXPathTakes(String name) {
        var rows = header();
        rows.add(row("integer", name, ""));
        rows.add(row("calculate", "twice", "${" + name + "} * 2"));
        var filling = Filling.of(read(rows).getForm());
        filling.answer("/data/" + name, "4");
        assertThat(filling.value("/data/twice")).isEqualTo("8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"العمر", "年齢", "a:b", "1a", "-a", "a b", "a/b", "${a}", "<a>"})
    void refusesNamesThatXPathDoesNotTake(String name) {
        var rows = header();
        rows.add(row("integer", name, ""));
        assertThat(read(rows).listErrors()).extracting(Fault::rule).contains(Rule.INVALID_NAME);
    }

    private static List<List<String>> nested(int depth) {
        var rows = header();
        for (var i = 0; i < depth; i++) {
            rows.add(row("begin group", "g" + i, ""));
        }
        rows.add(row("text", "q", ""));
        for (var i = 0; i < depth; i++) {
            rows.add(row("end group", "", ""));
        }
        return rows;
    }

    private static List<List<String>> header() {
        var rows = new ArrayList<List<String>>();
        rows.add(row("type", "name", "calculation"));
        return rows;
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static XlsForm.Result read(List<List<String>> survey) {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        sheets.put("survey", survey);
        return Drawing.read(Drawing.xlsx(sheets));
    }
}
