package org.commonweal.hub.frame.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The outlines that maps are drawn from, read once when the first map is. */
public final class Outlines {
    private static final double THOUSANDTHS = 1000;

    private Outlines() {}

    private record Row(int id, List<int[]> rings) {}

    // Read when first asked for, not at the hub's start.
    private static final class Read {
        static final List<Outline> ALL = read();
        static final Map<String, Outline> BY_CODE = ALL.stream()
                .filter(outline -> !outline.code().isEmpty())
                .collect(Collectors.toMap(Outline::code, outline -> outline));
    }

    /** All land, country by country. */
    public static List<Outline> all() {
        return Read.ALL;
    }

    /** A country's outline; a few of the smallest have none. */
    public static Optional<Outline> find(Country country) {
        return Optional.ofNullable(Read.BY_CODE.get(country.code()));
    }

    private static List<Outline> read() {
        Map<Integer, String> codes = Countries.all().collect(Collectors.toMap(Country::numeric, Country::code));
        try (InputStream in = Outlines.class.getResourceAsStream("/places/outlines.json")) {
            return List.of(JsonMapper.shared().readValue(in, Row[].class)).stream()
                    .map(row -> new Outline(
                            codes.getOrDefault(row.id(), ""),
                            row.rings().stream().map(Outlines::degrees).toList()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("places/outlines.json, which web/ builds, can't be read", unreadable);
        }
    }

    private static double[] degrees(int[] steps) {
        double[] ring = new double[steps.length];
        int longitude = 0;
        int latitude = 0;
        for (int i = 0; i < steps.length; i += 2) {
            longitude += steps[i];
            latitude += steps[i + 1];
            ring[i] = longitude / THOUSANDTHS;
            ring[i + 1] = latitude / THOUSANDTHS;
        }
        return ring;
    }
}
