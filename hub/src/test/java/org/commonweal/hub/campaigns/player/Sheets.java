package org.commonweal.hub.campaigns.player;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Draws an .xlsx: a line without bars names a sheet, lines with bars are its rows. */
final class Sheets {
    private Sheets() {}

    static byte[] draw(String drawing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "drawing", "1.0")) {
            Worksheet sheet = null;
            int row = 0;
            for (String line : drawing.lines().map(String::strip).toList()) {
                if (line.isEmpty()) continue;
                if (line.startsWith("|")) fill(sheet, row++, line.substring(1).split("\\|"));
                else {
                    sheet = workbook.newWorksheet(line);
                    row = 0;
                }
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, int row, String[] cells) {
        for (int column = 0; column < cells.length; column++)
            if (!cells[column].isBlank()) sheet.value(row, column, cells[column].strip());
    }
}
