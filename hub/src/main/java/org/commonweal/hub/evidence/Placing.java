package org.commonweal.hub.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commonweal.hub.frame.Dataset.Row;

/** In which place of the breakdown a row counts. Exact points end here: what leaves is a coarse cell or a country. */
final class Placing {
    private record Point(double latitude, double longitude) {}

    private final Areas areas;
    private final Map<Point, Optional<String>> countries = new HashMap<>();

    Placing(Areas areas) {
        this.areas = areas;
    }

    /** None when the row has no point, or names no thing where things are asked for. */
    Optional<Where> find(Row row) {
        return switch (areas.kind()) {
            case WHOLE -> Optional.of(Where.EVERYWHERE);
            case COUNTRY -> country(row).map(code -> new Where(code, ""));
            case H3 -> cell(row).map(index -> new Where(index, ""));
            case SUBJECT -> row.subject().isBlank() ? Optional.empty() : subject(row);
        };
    }

    private Optional<Where> subject(Row row) {
        if (!areas.hasCells()) return Optional.of(new Where("", row.subject()));
        return cell(row).map(index -> new Where(index, row.subject()));
    }

    private Optional<String> cell(Row row) {
        if (!hasPoint(row)) return Optional.empty();
        return Optional.of(Hexes.at(row.latitude(), row.longitude(), areas.resolution()));
    }

    private Optional<String> country(Row row) {
        if (!hasPoint(row)) return Optional.empty();
        return countries.computeIfAbsent(
                new Point(row.latitude(), row.longitude()),
                point -> CountryAt.find(point.latitude(), point.longitude()));
    }

    private static boolean hasPoint(Row row) {
        return !Double.isNaN(row.latitude()) && !Double.isNaN(row.longitude());
    }
}
