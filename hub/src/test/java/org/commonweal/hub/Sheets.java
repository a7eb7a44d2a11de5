package org.commonweal.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A form's spreadsheet, drawn as text: sheets begin with {@code # name}, cells stand between bars, empty ones stay empty.
 *
 * <pre>
 * # survey
 * type    | name  | label
 * integer | depth | How deep is the water?
 * </pre>
 */
public final class Sheets {
    private Sheets() {}

    /** The .xlsx of the drawing. */
    public static byte[] xlsx(String drawing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = null;
            int row = 0;
            for (String line : drawing.lines().filter(text -> !text.isBlank()).toList()) {
                if (line.startsWith("#")) {
                    sheet = workbook.newWorksheet(line.substring(1).strip());
                    row = 0;
                } else {
                    write(sheet, row++, List.of(line.split("\\|", -1)));
                }
            }
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++)
            if (!cells.get(column).isBlank())
                sheet.value(row, column, cells.get(column).strip());
    }
}
