package org.commonweal.xlsform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.commonweal.xlsform.RawXlsx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no spreadsheets, broken ones, and ones made to harm. */
class HostileFileTest {

    private static final Limits SMALL = new Limits(1 << 20, 200_000, 10, 50, 10_000, 20, 100, 1_000, 1_500, 20_000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type,name,label       | a CSV file",
                "type;name;label       | a CSV file",
                "<!DOCTYPE html><html> | a web page (HTML)",
                "<?xml version='1.0'?> | an XML file",
                "some words            | a text file",
                "%PDF-1.7              | a PDF"
            })
    void saysWhatATextFileIs(String content, String kind) {
        assertThat(refusal(content.strip().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("The file: this is not an .xlsx spreadsheet but " + kind
                        + ". Save it as «Excel workbook (.xlsx)» and send that.");
    }

    @Test
    void saysWhatABinaryFileIs() {
        assertThat(refusal(new byte[0])).contains("an empty file");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
                .contains("old Excel workbook (.xls)");
        assertThat(refusal(new byte[] {1, 2, 3, 0})).contains("a file of another kind");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 1})).contains("damaged");
    }

    @Test
    void readsTheFileThatTheOthersAreMadeOf() throws Exception {
        var workbook = Workbook.read(new RawXlsx().sheet(cell("A1", "hello")).bytes(), SMALL);
        assertThat(workbook.find("SURVEY").orElseThrow().rows().getFirst().cells())
                .containsExactly("hello");
    }

    @Test
    void refusesATruncatedFileAtAnyLength() {
        var whole = new RawXlsx().sheet(cell("A1", "hello")).bytes();
        for (var length = 4; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length)))
                    .as("%s bytes", length)
                    .contains("damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
    void refusesExternalEntities(String charset) {
        var xml = "<?xml version='1.0' encoding='" + charset
                + "'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>&e;</v></c></row></sheetData></worksheet>";
        var file = new RawXlsx().part("xl/worksheets/sheet1.xml", xml, Charset.forName(charset));
        assertThat(refusal(file.bytes())).containsAnyOf("declares a document type", "not well-formed");
    }

    @Test
    void refusesEntitiesThatMultiply() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (var i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }
        laughs.append("]><sst><si><t>&a29;</t></si></sst>");
        assertThat(refusal(new RawXlsx()
                        .sheet("")
                        .part("xl/sharedStrings.xml", laughs.toString())
                        .bytes()))
                .contains("‹xl/sharedStrings.xml› declares a document type");
    }

    @Test
    void refusesWhatUnpacksToTooMuch() {
        var bomb = new RawXlsx().sheet("<!--" + "x".repeat(300_000) + "-->");
        assertThat(refusal(bomb.bytes())).contains("packed more than 50-fold");
        var large = new RawXlsx().sheet("");
        var random = new Random(1);
        for (var i = 0; i < 5; i++) {
            var noise = new StringBuilder("<x>");
            random.ints(40_000, 'a', 'z').forEach(c -> noise.append((char) c));
            large.part("xl/extra" + i + ".xml", noise.append("</x>").toString());
        }
        assertThat(refusal(large.bytes())).contains("unpacks to over 200000 bytes");
    }

    @Test
    void refusesTooManyParts() {
        var many = new RawXlsx().sheet("");
        for (var i = 0; i < 10; i++) {
            many.part("xl/extra" + i + ".xml", "<x/>");
        }
        assertThat(refusal(many.bytes())).contains("over 10 parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "XFE1", "A99999999999999", "1A", "", "É1"})
    void refusesCellsBeyondTheEdge(String address) {
        assertThat(refusal(new RawXlsx().sheet(cell(address, "x")).bytes())).contains("beyond the edge of a sheet");
    }

    @Test
    void refusesTooManyRowsColumnsAndCharacters() {
        var rows = new StringBuilder();
        for (var i = 1; i <= 101; i++) {
            rows.append("<row r='%d'>%s</row>".formatted(i, cell("A" + i, "x").replaceAll("</?row[^>]*>", "")));
        }
        assertThat(refusal(new RawXlsx().sheet(rows.toString()).bytes())).contains("with 101 rows");
        assertThat(refusal(new RawXlsx().sheet(cell("Z1", "x")).bytes())).contains("with 26 columns");
        assertThat(refusal(new RawXlsx().sheet(cell("A1", "x".repeat(1_001))).bytes()))
                .contains("cell of over 1000");
    }

    @Test
    void refusesPartsThatContradictEachOther() {
        assertThat(refusal(new RawXlsx().bytes())).contains("do not fit together");
        assertThat(refusal(new RawXlsx()
                        .sheet("<row r='1'><c r='A1' t='nonsense'><v>7</v></c></row>")
                        .bytes()))
                .contains("do not fit together");
        assertThat(refusal(new RawXlsx().sheet("<row r='1'>").bytes())).contains("not well-formed");
    }

    @Test
    void doesNotSpellOutNumbersWithoutEnd() throws Exception {
        var huge =
                "<row r='1'><c r='A1'><v>1e999999999</v></c><c r='B1'><v>1e-999999999</v></c><c r='C1'><v>1e300</v></c></row>";
        var cells = Workbook.read(new RawXlsx().sheet(huge).bytes(), SMALL)
                .sheets()
                .getFirst()
                .rows()
                .getFirst();
        assertThat(cells.text(0)).isEmpty();
        assertThat(cells.text(1)).isEqualTo("0");
        assertThat(cells.text(2)).hasSize(301);
    }

    private static String cell(String address, String text) {
        return "<row r='1'><c r='" + address + "' t='str'><v>" + text + "</v></c></row>";
    }

    private static String refusal(byte[] file) {
        return catchThrowableOfType(UnreadableWorkbookException.class, () -> Workbook.read(file, SMALL))
                .fault()
                .message();
    }
}
