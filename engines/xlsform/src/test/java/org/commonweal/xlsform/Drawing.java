package org.commonweal.xlsform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Form;
import org.dhatim.fastexcel.Workbook;

/**
 * Draws an .xlsx as text: a line without bars names a sheet, lines with bars are its rows.
 *
 * <pre>
 * survey
 * | type    | name | label    |
 * | integer | age  | How old? |
 * </pre>
 */
public final class Drawing {

    private Drawing() {}

    public static byte[] xlsx(String drawing) {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        var rows = new ArrayList<List<String>>();
        for (var line :
                drawing.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            if (line.startsWith("|")) {
                rows.add(cells(line));
            } else {
                rows = new ArrayList<>();
                sheets.put(line, rows);
            }
        }
        return xlsx(sheets);
    }

    public static byte[] xlsx(Map<String, List<List<String>>> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "drawing", "1.0")) {
            sheets.forEach((name, rows) -> {
                var sheet = workbook.newWorksheet(name);
                for (var r = 0; r < rows.size(); r++) {
                    for (var c = 0; c < rows.get(r).size(); c++) {
                        if (!rows.get(r).get(c).isEmpty()) {
                            sheet.value(r, c, rows.get(r).get(c));
                        }
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static XlsForm.Result read(String drawing) {
        return read(xlsx(drawing));
    }

    public static XlsForm.Result read(byte[] file) {
        try {
            return XlsForm.read(new ByteArrayInputStream(file), "drawn.xlsx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Form form(String drawing) {
        return read(drawing).getForm();
    }

    /** Faults as one line each: place, rule, values. */
    public static String faults(String drawing) {
        return read(drawing).faults().stream().map(Drawing::line).collect(Collectors.joining("\n"));
    }

    /** Errors alone. */
    public static String errors(String drawing) {
        return read(drawing).listErrors().stream().map(Drawing::line).collect(Collectors.joining("\n"));
    }

    private static String line(Fault fault) {
        var place = fault.sheet() + (fault.row() > 0 ? " " + fault.row() : "") + " " + fault.column();
        return (place.strip() + ": " + fault.rule() + " " + String.join(" | ", fault.values())).strip();
    }

    // «\n» in a cell is a line break, as Alt+Enter makes one.
    private static List<String> cells(String line) {
        return Arrays.stream(line.replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(c -> c.strip().replace("\\n", "\n"))
                .toList();
    }
}
