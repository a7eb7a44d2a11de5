package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Dataset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A finding about things: the monthly mean of each sensor. */
@HubTest
class MonthlyMeanTest {
    @Autowired
    Desk desk;

    @Test
    void equalsAPlainComputation() {
        UUID thing = sensors(12, 90);
        Visitor reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        String path = Desk.publish(reviewer, thing, Desk.form("areas", "subject", "times", "month"));

        Map<String, Double> told = new TreeMap<>();
        for (NamedCsvRecord cell : cells(desk.visitor(), path))
            told.put(key(cell), Double.parseDouble(cell.getField("value")));
        Map<String, Double> plain = plain(desk.data.get(thing).rows());
        assertThat(told.keySet()).isEqualTo(plain.keySet());
        plain.forEach((cell, mean) -> assertThat(told.get(cell)).as(cell).isCloseTo(mean, within(1e-9)));
    }

    @Test
    void neverTellsWhoMeasuredNorWhere() {
        UUID thing = sensors(3, 20);
        Visitor reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        String path = Desk.publish(reviewer, thing, Desk.form("areas", "subject-h3-5", "times", "week"));
        for (String file : List.of("", "/v/1/finding.json", "/v/1/cells.csv", "/v/1/cells.geojson"))
            assertThat(desk.visitor().get(path + file).body())
                    .as(file)
                    .doesNotContain("contributor-")
                    .doesNotContain("44.8123");
    }

    /** Of two sensors in one hexagon the map shades what both come to; its number leads to that value. */
    @Test
    void tellsWhatTheShadeOfAHexagonStandsFor() {
        UUID thing = desk.data.things(desk.organisation("Air for All"), "PM2.5 in one square");
        Visitor reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        for (String[] one : new String[][] {{"Sensor 1", "10"}, {"Sensor 2", "30"}})
            for (int day = 1; day <= 3; day++)
                desk.data.get(thing).row("2026-03-0" + day + "T09:00:00Z", one[0], one[0], 44.8123, 20.4567, one[1]);
        String path = Desk.publish(reviewer, thing, Desk.form("areas", "subject-h3-5", "times", "none"));
        String page = desk.visitor().get(path + "?lang=en").body();
        assertThat(page).contains("</code> · <strong>20 µg/m³</strong>");
        assertThat(page).contains("All its things together").contains("None of the approved answers was left out.");
    }

    private UUID sensors(int sensors, int days) {
        UUID thing = desk.data.things(desk.organisation("Air for All"), "PM2.5 on our street");
        Random random = new Random(7);
        Instant start = Instant.parse("2026-01-15T23:30:00Z");
        for (int day = 0; day < days; day++)
            for (int sensor = 1; sensor <= sensors; sensor++)
                desk.data
                        .get(thing)
                        .row(
                                start.plus(day, ChronoUnit.DAYS).toString(),
                                "contributor-" + sensor,
                                "Sensor " + sensor,
                                44.8123 + sensor * 0.1,
                                20.4567,
                                String.valueOf(10 + random.nextInt(400) / 10.0));
        return thing;
    }

    // Group by sensor and local month, and by either alone; sum and divide.
    private static Map<String, Double> plain(List<Dataset.Row> rows) {
        return rows.stream()
                .flatMap(row -> {
                    LocalDate day = LocalDate.ofInstant(row.at(), ZoneId.of("Europe/Belgrade"));
                    String month = "%d-%02d".formatted(day.getYear(), day.getMonthValue());
                    double value = Double.parseDouble(row.values().getFirst());
                    return java.util.stream.Stream.of(
                                    row.subject() + "|" + month, row.subject() + "|", "|" + month, "|")
                            .map(key -> Map.entry(key, value));
                })
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.averagingDouble(Map.Entry::getValue)));
    }

    private static String key(NamedCsvRecord cell) {
        return cell.getField("subject") + "|" + cell.getField("period");
    }

    static List<NamedCsvRecord> cells(Visitor anyone, String path) {
        return CsvReader.builder()
                .ofNamedCsvRecord(anyone.get(path + "/v/1/cells.csv").body())
                .stream()
                .toList();
    }
}
