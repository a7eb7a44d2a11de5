package org.commonweal.hub.directory;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A list written as CSV, JSON or GeoJSON, a row at a time. Rows without a point are features without a geometry. */
interface Download extends AutoCloseable {
    void write(Row row);

    @Override
    void close() throws IOException;

    /** What of a row is given away: facts of the directory, nothing of people. */
    record Row(
            UUID id,
            String page,
            String name,
            String summary,
            String type,
            String website,
            String country,
            String place,
            @Nullable Double latitude,
            @Nullable Double longitude,
            boolean approximate,
            List<String> topics,
            List<String> tags,
            @Nullable LocalDate listedOn) {
        static Row of(Organisation row, String base) {
            return of(
                    row.id(),
                    base + row.path(),
                    row.name(),
                    row.summary(),
                    row.kind(),
                    row.website(),
                    row.spot(),
                    row.allTopics(),
                    row.tags(),
                    row.listedOn());
        }

        static Row of(Project row, String base) {
            return of(
                    row.id(),
                    base + row.path(),
                    row.name(),
                    row.summary(),
                    "",
                    row.website(),
                    row.spot(),
                    row.topics(),
                    row.tags(),
                    row.listedOn());
        }

        private static Row of(
                UUID id,
                String page,
                String name,
                Text summary,
                String type,
                String website,
                Spot spot,
                List<String> topics,
                List<String> tags,
                @Nullable LocalDate listedOn) {
            Point point = spot.point();
            return new Row(
                    id,
                    page,
                    name,
                    summary.original(),
                    type,
                    website,
                    spot.country(),
                    spot.place(),
                    point == null ? null : point.latitude(),
                    point == null ? null : point.longitude(),
                    point != null && point.approximate(),
                    topics,
                    tags,
                    listedOn);
        }
    }

    static Download open(String ending, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding("utf-8");
        return switch (ending) {
            case "csv" -> {
                response.setContentType("text/csv;charset=utf-8");
                yield new Csv(CsvWriter.builder().build(response.getWriter()));
            }
            case "geojson" -> {
                response.setContentType("application/geo+json");
                yield new Json(JsonMapper.shared().createGenerator(response.getWriter()), true);
            }
            default -> {
                response.setContentType("application/json");
                yield new Json(JsonMapper.shared().createGenerator(response.getWriter()), false);
            }
        };
    }

    /** Names of columns are those of the record; lists are joined by semicolons. */
    final class Csv implements Download {
        private final CsvWriter csv;

        Csv(CsvWriter csv) {
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
        public void write(Row row) {
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

    /** An array of rows, or a collection of features whose properties are the rows. */
    final class Json implements Download {
        private final JsonGenerator json;
        private final boolean features;

        Json(JsonGenerator json, boolean features) {
            this.json = json;
            this.features = features;
            if (features) {
                json.writeStartObject();
                json.writeStringProperty("type", "FeatureCollection");
                json.writeName("features");
            }
            json.writeStartArray();
        }

        @Override
        public void write(Row row) {
            if (!features) {
                json.writePOJO(row);
                return;
            }
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeStringProperty("id", row.id().toString());
            json.writeName("geometry");
            geometry(row);
            json.writePOJOProperty("properties", row);
            json.writeEndObject();
        }

        private void geometry(Row row) {
            if (row.latitude() == null || row.longitude() == null) {
                json.writeNull();
                return;
            }
            json.writeStartObject();
            json.writeStringProperty("type", "Point");
            json.writeName("coordinates");
            json.writeArray(new double[] {row.longitude(), row.latitude()}, 0, 2);
            json.writeEndObject();
        }

        @Override
        public void close() {
            json.writeEndArray();
            if (features) json.writeEndObject();
            json.close();
        }
    }
}
