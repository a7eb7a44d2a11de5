package org.commonweal.xlsform.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.xlsform.form.Fault;
import org.commonweal.xlsform.form.Rule;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * The sheets of a file, as text.
 *
 * <pre>{@code
 * var workbook = Workbook.read(bytes);
 * workbook.find("survey").map(Sheet::rows);   // also when the sheet is named «Survey »
 * }</pre>
 *
 * @param sheets in the order of the file
 */
public record Workbook(List<Sheet> sheets) {

    private static final String STYLES = "spreadsheetml.styles+xml";

    public Workbook {
        sheets = List.copyOf(sheets);
    }

    /**
     * Reads an .xlsx (ECMA-376) of any origin.
     *
     * @param file the whole file, at most 16 MB; {@link #maxFileBytes}
     * @throws UnreadableWorkbookException when it is no .xlsx, is damaged, unpacks to too much, or holds XML that no
     *     spreadsheet program writes
     */
    public static Workbook read(byte[] file) throws UnreadableWorkbookException {
        return read(file, Limits.FORM);
    }

    /** The largest file that is read, in bytes. */
    public static int maxFileBytes() {
        return Limits.FORM.fileBytes();
    }

    static Workbook read(byte[] file, Limits limits) throws UnreadableWorkbookException {
        if (file.length > limits.fileBytes()) {
            throw refuse(Rule.TOO_LARGE, "a file of " + file.length + " bytes", limits.fileBytes() + " bytes");
        }
        FileKind.requireXlsx(file);
        var parts = Archive.unpack(file, limits);
        if (parts.keySet().stream().noneMatch(name -> name.startsWith("xl/"))) {
            throw refuse(Rule.NOT_XLSX, "another kind of archive, such as .ods, .docx or .zip");
        }
        for (var part : parts.entrySet()) {
            PartCheck.requireSafe(part.getKey(), part.getValue(), limits);
        }
        // Without a part for styles the library fails when it is asked for formats.
        var withFormats = new String(parts.getOrDefault(Archive.CONTENT_TYPES, new byte[0]), UTF_8).contains(STYLES);
        return open(Archive.pack(parts), withFormats, limits);
    }

    /** The sheet of that name, whatever its case and the spaces around it. */
    public Optional<Sheet> find(String name) {
        return sheets.stream()
                .filter(s -> s.name().strip().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Names of the sheets, in order. */
    public List<String> listNames() {
        return sheets.stream().map(Sheet::name).toList();
    }

    private static Workbook open(byte[] checked, boolean withFormats, Limits limits)
            throws UnreadableWorkbookException {
        var options = new ReadingOptions(withFormats, false);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(checked), options)) {
            var reader = new RowReader(limits);
            var sheets = new ArrayList<Sheet>();
            for (var sheet : workbook.getSheets().toList()) {
                sheets.add(reader.read(sheet));
            }
            return new Workbook(sheets);
        } catch (IOException | RuntimeException e) {
            // The library answers a file that contradicts itself with whatever its code then runs into.
            throw refuse(Rule.DAMAGED_XLSX, "its parts do not fit together");
        }
    }

    private static UnreadableWorkbookException refuse(Rule rule, String... values) {
        return new UnreadableWorkbookException(Fault.ofFile(rule, values));
    }
}
