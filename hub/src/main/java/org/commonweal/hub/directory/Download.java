package org.commonweal.hub.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.commonweal.hub.frame.Csv;
import tools.jackson.databind.json.JsonMapper;

/** A list written as CSV, JSON or GeoJSON, a row at a time. Rows without a point are features without a geometry. */
interface Download extends AutoCloseable {
    void write(DownloadRow row);

    @Override
    void close() throws IOException;

    static Download open(String ending, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding("utf-8");
        return switch (ending) {
            case "csv" -> {
                response.setContentType("text/csv;charset=utf-8");
                yield new CsvDownload(Csv.to(response.getWriter()));
            }
            case "geojson" -> {
                response.setContentType("application/geo+json");
                yield new JsonDownload(JsonMapper.shared().createGenerator(response.getWriter()), true);
            }
            default -> {
                response.setContentType("application/json");
                yield new JsonDownload(JsonMapper.shared().createGenerator(response.getWriter()), false);
            }
        };
    }
}
