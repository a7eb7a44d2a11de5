package org.commonweal.hub.directory;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Names of columns are those of the record; lists are joined by semicolons. */
final class CsvDownload implements Download {
    private final CsvWriter csv;

    CsvDownload(CsvWriter csv) {
        this.csv = csv;
        csv.writeRecord(
                "id",
                "page",
                "name",
                "summary",
                "type",
                "website",
                "country",
                "place",
                "latitude",
                "longitude",
                "approximate",
                "topics",
                "tags",
                "listed_on");
    }

    @Override
    public void write(DownloadRow row) {
        csv.writeRecord(
                row.id().toString(),
                row.page(),
                plain(row.name()),
                plain(row.summary()),
                row.type(),
                row.website(),
                row.country(),
                plain(row.place()),
                text(row.latitude()),
                text(row.longitude()),
                Boolean.toString(row.approximate()),
                String.join("; ", row.topics()),
                plain(String.join("; ", row.tags())),
                text(row.listedOn()));
    }

    // A spreadsheet would run a cell that begins like a formula.
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
