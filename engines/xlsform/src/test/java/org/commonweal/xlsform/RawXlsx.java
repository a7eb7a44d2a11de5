package org.commonweal.xlsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx put together part by part, as an attacker would. */
public final class RawXlsx {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public RawXlsx() {
        part("[Content_Types].xml", """
                <Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>""");
        part("xl/workbook.xml", """
                <workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>
                <sheets><sheet name='survey' sheetId='1' r:id='rId1'/></sheets></workbook>""");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
    }

    public RawXlsx sheet(String rows) {
        return part("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public RawXlsx part(String name, String xml) {
        return part(name, xml, StandardCharsets.UTF_8);
    }

    public RawXlsx part(String name, String xml, Charset charset) {
        parts.put(name, xml.getBytes(charset));
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
