package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Question;
import org.javarosa.core.model.Constants;

/** Laws that hold for every form, and for every file. */
class GeneratedFormTest {

    private static final List<String> TYPES = List.of(
            "text",
            "integer",
            "decimal",
            "date",
            "time",
            "dateTime",
            "select_one l",
            "select_multiple l",
            "geopoint",
            "image",
            "audio",
            "file",
            "note",
            "acknowledge",
            "geotrace",
            "geoshape",
            "barcode",
            "video",
            "range",
            "hidden",
            "start",
            "today",
            "deviceid");

    /** A row to be, or a group of rows. */
    sealed interface Part {
        record Leaf(String type, String label, boolean conditional) implements Part {}

        record Branch(boolean repeat, List<Part> parts) implements Part {}
    }

    @Property(tries = 100)
    void everyWellFormedFormLoadsAndKeepsNamesAndTypes(@ForAll("forms") List<Part> parts) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("type", "name", "label", "relevant", "hint"));
        rows.add(List.of("integer", "first", "First?", "", ""));
        draw(parts, rows);
        var result = Drawing.read(Drawing.xlsx(sheets(rows)));
        assertThat(result.listErrors()).isEmpty();

        var form = result.getForm();
        var drawn = rows.stream()
                .filter(r -> !r.get(1).isEmpty())
                .map(r -> r.get(1))
                .skip(1);
        assertThat(form.listItems().stream().map(Item::name)).containsExactlyElementsOf(drawn.toList());

        var filling = Filling.of(form);
        filling.answer("/data/first", "1");
        for (var question : form.listQuestions()) {
            var asked = filling.asked().contains(question.path());
            assertThat(asked).as(question.path()).isEqualTo(question.isShown());
            if (asked) {
                assertThat(filling.label(question.path()))
                        .isEqualTo(question.label().best("default", question.name()));
                assertThat(filling.prompt(question.path()).getControlType()).isEqualTo(control(question));
            }
        }
    }

    @Property(tries = 200)
    void randomBytesAreAnsweredWithAFault(@ForAll @Size(max = 2_000) byte[] bytes) throws IOException {
        assertThat(XlsForm.read(new ByteArrayInputStream(bytes), "").listErrors())
                .hasSize(1);
    }

    @Property(tries = 200)
    void damageToAFileIsAnsweredWithoutFail(@ForAll byte value, @ForAll int place) {
        var file = Drawing.xlsx(sheets(List.of(List.of("type", "name"), List.of("text", "q"))));
        file[Math.floorMod(place, file.length)] = value;
        var result = Drawing.read(file);
        assertThat(result.form().isPresent()).isEqualTo(result.listErrors().isEmpty());
    }

    @Property(tries = 300)
    void anyCellsAreAnsweredWithoutFail(@ForAll("cells") List<List<String>> rows) {
        var drawn = new ArrayList<List<String>>();
        drawn.add(List.of("type", "name", "label", "relevant", "calculation", "default", "choice_filter"));
        drawn.addAll(rows);
        var result = Drawing.read(Drawing.xlsx(sheets(drawn)));
        result.faults().forEach(f -> assertThat(f.message()).doesNotContainPattern("\\{\\d}"));
        result.form().ifPresent(Filling::of);
    }

    @Provide
    Arbitrary<List<Part>> forms() {
        return parts(2);
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        var words = Arbitraries.of(
                "",
                "text",
                "integer",
                "calculate",
                "select_one l",
                "begin group",
                "end group",
                "begin repeat",
                "end repeat",
                "a",
                "b",
                "c",
                "${a}",
                "${b} + 1",
                "${c} = ${a}",
                ". > 1",
                "name = ${a}",
                "concat('x', ${b})",
                "((",
                "${",
                "/data/a",
                "../b",
                "today()",
                "1",
                "-",
                "«q»",
                "<b>&",
                "}");
        return words.list().ofSize(7).list().ofMinSize(1).ofMaxSize(8);
    }

    private static Arbitrary<List<Part>> parts(int depth) {
        var labels = Arbitraries.strings()
                .withChars("ab <>&\"'\u00e9\u0627{}$\n*_")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(s -> "Q" + s.replace("$", "S") + "?");
        Arbitrary<Part> leaf = Combinators.combine(Arbitraries.of(TYPES), labels, Arbitraries.of(true, false))
                .as(Part.Leaf::new);
        if (depth == 0) {
            return leaf.list().ofMinSize(1).ofMaxSize(4);
        }
        Arbitrary<Part> branch = Combinators.combine(Arbitraries.of(true, false), parts(depth - 1))
                .as(Part.Branch::new);
        return Arbitraries.frequencyOf(Tuple.of(3, leaf), Tuple.of(1, branch))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static void draw(List<Part> parts, List<List<String>> rows) {
        for (var part : parts) {
            var name = "q" + rows.size();
            switch (part) {
                case Part.Leaf leaf ->
                    rows.add(List.of(leaf.type(), name, leaf.label(), leaf.conditional() ? "${first} = 1" : "", ""));
                case Part.Branch branch -> {
                    var what = branch.repeat() ? "repeat" : "group";
                    rows.add(List.of("begin " + what, name, "Group", "", ""));
                    draw(branch.parts(), rows);
                    rows.add(List.of("end " + what, "", "", "", ""));
                }
            }
        }
    }

    private static Map<String, List<List<String>>> sheets(List<List<String>> survey) {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        sheets.put("survey", survey);
        sheets.put(
                "choices",
                List.of(List.of("list_name", "name", "label"), List.of("l", "a", "A"), List.of("l", "b", "B")));
        return sheets;
    }

    private static int control(Question question) {
        return switch (question.type()) {
            case SELECT_ONE -> Constants.CONTROL_SELECT_ONE;
            case SELECT_MULTIPLE -> Constants.CONTROL_SELECT_MULTI;
            case ACKNOWLEDGE -> Constants.CONTROL_TRIGGER;
            case RANGE -> Constants.CONTROL_RANGE;
            case IMAGE -> Constants.CONTROL_IMAGE_CHOOSE;
            case AUDIO -> Constants.CONTROL_AUDIO_CAPTURE;
            case VIDEO -> Constants.CONTROL_VIDEO_CAPTURE;
            case FILE -> Constants.CONTROL_FILE_CAPTURE;
            default -> Constants.CONTROL_INPUT;
        };
    }
}
