package org.commonweal.hub.campaigns.owner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A form's spreadsheet from a drawing: sheets begin with {@code # name}, cells stand between bars.
 *
 * <p>The least of ECMA-376 that spreadsheet programs open. A library for it would come into the hub for this alone.
 */
public final class Spreadsheet {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final List<String> names = new ArrayList<>();
    private final List<StringBuilder> rows = new ArrayList<>();

    private Spreadsheet(String drawing) {
        for (String line : drawing.lines().filter(text -> !text.isBlank()).toList()) {
            if (line.startsWith("# ")) {
                names.add(line.substring(2).strip());
                rows.add(new StringBuilder());
            } else rows.getLast().append(row(line));
        }
    }

    /** The .xlsx of the drawing. */
    public static byte[] of(String drawing) {
        return new Spreadsheet(drawing).pack();
    }

    private static String row(String line) {
        StringBuilder cells = new StringBuilder("<row>");
        for (String cell : line.split("\\|", -1))
            cells.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(escaped(cell.strip()))
                    .append("</t></is></c>");
        return cells.append("</row>").toString();
    }

    private byte[] pack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder types = new StringBuilder();
            StringBuilder sheets = new StringBuilder();
            StringBuilder ties = new StringBuilder();
            for (int i = 1; i <= names.size(); i++) {
                part(zip, "xl/worksheets/sheet" + i + ".xml", """
                        <worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>""".formatted(MAIN, rows.get(i - 1)));
                types.append(type("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
                sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(names.get(i - 1), i, i));
                ties.append(tie("r" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
            }
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>""".formatted(MAIN, TIES, sheets));
            part(zip, "xl/_rels/workbook.xml.rels", ties(ties.toString()));
            part(zip, "_rels/.rels", ties(tie("r1", "officeDocument", "xl/workbook.xml")));
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="%scontent-types"><Default Extension="rels" \
                    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>%s%s</Types>""".formatted(PACKAGE, type("/xl/workbook.xml", "sheet.main"), types));
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
        return bytes.toByteArray();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, kind);
    }

    private static String tie(String id, String kind, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, TIES, kind, target);
    }

    private static String ties(String all) {
        return "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, all);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** As it stands between the tags of an XML document. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
