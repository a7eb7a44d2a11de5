package org.commonweal.hub.evidence;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.frame.Csv;
import org.commonweal.hub.frame.places.Countries;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;

/** The cells of a document in the formats that other programs read. */
final class CellFiles {
    private CellFiles() {}

    static void csv(Document document, Writer out) throws IOException {
        try (Csv csv = Csv.to(out)) {
            csv.writeRecord("place", "subject", "period", "status", "n", "value", "low", "high", "unit");
            for (Document.Cell cell : document.cells())
                csv.writeRecord(
                        cell.place(),
                        cell.subject(),
                        cell.period(),
                        cell.status(),
                        cell.n() == null ? "" : cell.n().toString(),
                        number(cell.value()),
                        number(cell.low()),
                        number(cell.high()),
                        document.variable().unit());
        }
    }

    /** GeoJSON (RFC 7946): one feature a cell, its polygon that of the H3 cell, without geometry where it has none. */
    static Map<String, Object> geoJson(Document document) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", "FeatureCollection");
        all.put(
                "features",
                document.cells().stream().map(cell -> feature(document, cell)).toList());
        return all;
    }

    private static Map<String, Object> feature(Document document, Document.Cell cell) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("finding", document.id());
        properties.put("version", document.version());
        properties.put("place", cell.place());
        properties.put("subject", cell.subject());
        properties.put("period", cell.period());
        properties.put("status", cell.status());
        if (cell.isPublished()) {
            properties.put("n", cell.n());
            properties.put("value", cell.value());
            properties.put("low", cell.low());
            properties.put("high", cell.high());
            properties.put("unit", document.variable().unit());
        }
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", geometry(cell.place()));
        feature.put("properties", properties);
        return feature;
    }

    private static @Nullable Map<String, Object> geometry(String place) {
        if (place.isEmpty() || Countries.find(place).isPresent()) return null;
        List<double[]> rings = DateLine.cut(Hexes.ring(place));
        if (rings.size() == 1) return Map.of("type", "Polygon", "coordinates", List.of(positions(rings.getFirst())));
        return Map.of(
                "type",
                "MultiPolygon",
                "coordinates",
                rings.stream().map(ring -> List.of(positions(ring))).toList());
    }

    /** Closed, as the format wants it. */
    private static List<double[]> positions(double[] ring) {
        List<double[]> positions = new ArrayList<>();
        for (int i = 0; i <= ring.length; i += 2)
            positions.add(new double[] {ring[i % ring.length], ring[(i + 1) % ring.length]});
        return positions;
    }

    private static String number(@Nullable Double value) throws IOException {
        return value == null ? "" : NumberToJSON.serializeNumber(value);
    }
}
