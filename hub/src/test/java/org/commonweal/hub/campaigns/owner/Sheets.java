package org.commonweal.hub.campaigns.owner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Spreadsheets for the tests: {@code | a | b |} is a row, a line without bars names a sheet. */
final class Sheets {
    private Sheets() {}

    static byte[] wells() {
        return xlsx("""
                survey
                | type              | name  | label            | required |
                | text              | owner | Whose is it?     |          |
                | select_one states | state | How is the well? | yes      |
                | geopoint          | place | Where is it?     |          |
                | image             | photo | A photo          |          |
                choices
                | list_name | name | label |
                | states    | full | Full  |
                | states    | dry  | Dry   |
                settings
                | form_title | form_id | version |
                | Wells      | wells   | 7       |
                """);
    }

    static byte[] faulty() {
        return xlsx("""
                survey
                | type              | name    | label      | relevant |
                | select_one colors | colour  | Which one? |          |
                | integer           | the age | How old?   |          |
                | text              | why     | Why?       | ${gone} = 1 |
                choices
                | list_name | name | label |
                | colours   | red  | Red   |
                settings
                | form_title | form_id | version |
                | Colours    | colours | 1       |
                """);
    }

    static byte[] xlsx(String drawing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = null;
            int row = 0;
            for (String line : drawing.lines().map(String::strip).toList()) {
                if (line.startsWith("|"))
                    write(sheet, row++, line.substring(1, line.length() - 1).split("\\|"));
                else {
                    sheet = workbook.newWorksheet(line);
                    row = 0;
                }
            }
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, String[] cells) {
        for (int column = 0; column < cells.length; column++)
            if (!cells[column].isBlank()) sheet.value(row, column, cells[column].strip());
    }

    /** A few hundred kilobytes that unpack to 200 MB. */
    static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200; i++) zip.write(spaces);
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
        return bytes.toByteArray();
    }

    static List<byte[]> noSpreadsheets() {
        return List.of(
                "<html><body>A login page</body></html>".getBytes(StandardCharsets.UTF_8),
                "type,name,label\ntext,why,Why?\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {1, 2, 3, 4},
                bomb());
    }
}
