package org.commonweal.hub.campaigns.owner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commonweal.hub.Sheets;

/** What owners send as their form: one that is right, one with faults, and files that are no spreadsheets at all. */
final class SentFiles {
    private SentFiles() {}

    static byte[] wells() {
        return Sheets.xlsx("""
                # survey
                type              | name  | label            | required
                text              | owner | Whose is it?     |
                select_one states | state | How is the well? | yes
                geopoint          | place | Where is it?     |
                image             | photo | A photo          |
                # choices
                list_name | name | label
                states    | full | Full
                states    | dry  | Dry
                # settings
                form_title | form_id | version
                Wells      | wells   | 7
                """);
    }

    static byte[] faulty() {
        return Sheets.xlsx("""
                # survey
                type              | name    | label      | relevant
                select_one colors | colour  | Which one? |
                integer           | the age | How old?   |
                text              | why     | Why?       | ${gone} = 1
                # choices
                list_name | name | label
                colours   | red  | Red
                # settings
                form_title | form_id | version
                Colours    | colours | 1
                """);
    }

    static byte[] halfTranslated() {
        return Sheets.xlsx("""
                # survey
                type    | name  | label::English (en) | label::French (fr)
                text    | owner | Whose is it?        |
                integer | depth | How deep?           |
                text    | road  | Which road?         | Quelle rue ?
                text    | more  | Anything else?      |
                # settings
                form_title | form_id | version | default_language
                Wells      | wells   | 1       | English (en)
                """);
    }

    static List<byte[]> noSpreadsheets() {
        return List.of(
                "<html><body>A login page</body></html>".getBytes(StandardCharsets.UTF_8),
                "type,name,label\ntext,why,Why?\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {1, 2, 3, 4},
                bomb());
    }

    /** A few hundred kilobytes that unpack to 200 MB. */
    private static byte[] bomb() {
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
}
