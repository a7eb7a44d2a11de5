package org.commonweal.hub.directory.dsi4eu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What only all rows together show: which spellings stand at one point, whether points are those of towns, which names
 * occur twice. Read before the rows are cleaned; keeps towns and names in memory, never rows.
 */
public final class Survey {
    private static final int TOWNS_ENOUGH = 10;
    private static final double NEARLY_ALL = 0.95;

    private final TownNames towns = new TownNames();
    private final Map<String, Set<String>> pointsOfTown = new HashMap<>();
    private final Map<String, Set<String>> addressesOfTown = new HashMap<>();
    private final Map<String, List<String>> idsOfName = new HashMap<>();

    public static Survey of(List<Export> files) throws UnreadableExport {
        Survey survey = new Survey();
        for (Export file : files) file.forEach(row -> survey.look(file.holds(), row));
        survey.towns.settle();
        return survey;
    }

    /** Towns with the spelling that is used for them. */
    public TownNames towns() {
        return towns;
    }

    /**
     * Whether the points of these files are those of towns: of the towns with several street addresses, nearly all have
     * one single point.
     */
    boolean pointsAreTowns() {
        List<String> telling = addressesOfTown.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        long single = telling.stream()
                .filter(town -> pointsOfTown.get(town).size() == 1)
                .count();
        return telling.size() >= TOWNS_ENOUGH && single >= NEARLY_ALL * telling.size();
    }

    /** Other rows of the same file with the same name. */
    List<String> sameName(Export.Holds holds, String name, String id) {
        return idsOfName.getOrDefault(holds + Scrub.plain(name), List.of()).stream()
                .filter(other -> !other.equals(id))
                .toList();
    }

    private void look(Export.Holds holds, Row row) {
        boolean organisations = holds == Export.Holds.ORGANISATIONS;
        String name = Prose.line(row.text(organisations ? "organisation_name" : "project_name"));
        idsOfName
                .computeIfAbsent(holds + Scrub.plain(name), unused -> new ArrayList<>(1))
                .add(row.text(holds.field));
        String country = Scrub.countryCode(row.text("country"));
        String town = Prose.line(row.text("region"));
        String point = row.text("latitude") + ' ' + row.text("longitude");
        if (country.isEmpty() || town.isEmpty() || point.isBlank()) return;
        towns.add(country, town, row.text("latitude"), row.text("longitude"));
        String key = country + ' ' + Scrub.plain(town);
        pointsOfTown.computeIfAbsent(key, unused -> new HashSet<>()).add(point);
        String address = Scrub.plain(row.text("address"));
        if (!address.isEmpty())
            addressesOfTown.computeIfAbsent(key, unused -> new HashSet<>()).add(address);
    }
}
