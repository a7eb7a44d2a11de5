package org.commonweal.xlsform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.commonweal.xlsform.RawXlsx;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Cells as text. */
class WorkbookTest {

    @Test
    void rendersNumbersAsTheyWereMeant() throws Exception {
        assertThat(firstRow(s -> {
                    s.value(0, 0, 1);
                    s.value(0, 1, 1.0);
                    s.value(0, 2, 2.50);
                    s.value(0, 3, 0.1 + 0.2 - 0.2);
                    s.value(0, 4, 20260131001L);
                    s.value(0, 5, -0.0);
                    s.value(0, 6, 1234.5);
                    s.style(0, 6).format("#,##0.00 \"days\"").set();
                }))
                .isEqualTo("1|1|2.5|0.10000000000000003|20260131001|0|1234.5");
    }

    @Test
    void rendersDatesTimesAndTruth() throws Exception {
        assertThat(firstRow(s -> {
                    s.value(0, 0, LocalDate.of(2026, 1, 31));
                    s.style(0, 0).format("dd/mm/yy").set();
                    s.value(0, 1, LocalDateTime.of(2026, 1, 31, 10, 30));
                    s.style(0, 1).format("[$-409]d/m/yy h:mm;@").set();
                    s.value(0, 2, 0.4375);
                    s.style(0, 2).format("hh:mm").set();
                    s.value(0, 3, true);
                    s.value(0, 4, false);
                }))
                .isEqualTo("2026-01-31|2026-01-31T10:30:00|10:30:00|TRUE|FALSE");
    }

    @Test
    void knowsTheFormatsThatHaveNumbersInsteadOfPatterns() throws Exception {
        var file = new RawXlsx()
                .part("[Content_Types].xml", """
                        <Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>
                        <Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/></Types>""")
                .part("xl/styles.xml", """
                        <styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='20'/><xf numFmtId='22'/><xf numFmtId='2'/></cellXfs></styleSheet>""")
                .sheet("<row r='1'><c s='0'><v>45322</v></c><c s='1'><v>45322</v></c><c s='2'><v>0.5</v></c>"
                        + "<c s='3'><v>45322.5</v></c><c s='4'><v>3</v></c></row>");
        assertThat(String.join(
                        "|",
                        Workbook.read(file.bytes())
                                .sheets()
                                .getFirst()
                                .rows()
                                .getFirst()
                                .cells()))
                .isEqualTo("45322|2024-01-31|12:00:00|2024-01-31T12:00:00|3");
    }

    @Test
    void trimsSpacesOfAllKinds() throws Exception {
        assertThat(firstRow(s -> {
                    s.value(0, 0, "\u00A0 text\u00A0");
                    s.value(0, 1, "\uFEFFname\u200B\n");
                    s.value(0, 2, "inner \u00A0 space");
                    s.value(0, 3, "   ");
                    s.value(0, 4, "end");
                }))
                .isEqualTo("text|name|inner \u00A0 space||end");
    }

    @Test
    void leavesBlankRowsOutAndKeepsRowNumbers() throws Exception {
        var rows = read(s -> {
                    s.value(2, 1, "third");
                    s.value(3, 0, " ");
                    s.value(6, 0, "seventh");
                    s.range(6, 0, 7, 3).merge();
                })
                .rows();
        assertThat(rows).extracting(r -> r.number() + " " + r.cells()).containsExactly("3 [, third]", "7 [seventh]");
    }

    private static String firstRow(Consumer<Worksheet> draw) throws Exception {
        return String.join("|", read(draw).rows().getFirst().cells());
    }

    private static Sheet read(Consumer<Worksheet> draw) throws UnreadableWorkbookException, IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
            draw.accept(workbook.newWorksheet("survey"));
        }
        return Workbook.read(bytes.toByteArray()).sheets().getFirst();
    }
}
