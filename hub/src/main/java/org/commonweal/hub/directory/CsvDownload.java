package org.commonweal.hub.directory;

import java.io.IOException;
import org.commonweal.hub.frame.Csv;
import org.jspecify.annotations.Nullable;

/** Names of columns are those of the record; lists are joined by semicolons. */
final class CsvDownload implements Download {
    private final Csv csv;

    CsvDownload(Csv csv) {
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
                row.name(),
                row.summary(),
                row.type(),
                row.website(),
                row.country(),
                row.place(),
                text(row.latitude()),
                text(row.longitude()),
                Boolean.toString(row.approximate()),
                String.join("; ", row.topics()),
                String.join("; ", row.tags()),
                text(row.listedOn()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
