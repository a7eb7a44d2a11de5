package org.commonweal.hub.campaigns.sensors;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonweal.hub.campaigns.intake.Arrival;
import org.commonweal.hub.campaigns.intake.Contributor;
import org.commonweal.hub.frame.Digests;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.xlsform.form.Question;

/** Reads the rows of a table of readings, telling each fault with its line. */
final class ReadingRows {
    private static final String TIME = "@time";
    private final Readings.Target target;
    private final Map<String, String> mapping;
    private final String timeColumn;

    /** @throws Refusal when a column is mapped to a question that the form does not have */
    ReadingRows(Readings.Target target, Map<String, String> mapping) {
        this.target = target;
        this.mapping = mapping;
        List<String> unknown = mapping.values().stream()
                .filter(name -> !name.equals(TIME) && !target.questions().containsKey(name))
                .toList();
        if (!unknown.isEmpty())
            throw Refusal.invalid("The form has no question " + String.join(", ", unknown) + ". It has: "
                    + String.join(", ", target.questions().keySet()) + ".");
        this.timeColumn = findTimeColumn().orElse("");
    }

    void read(NamedCsvRecord record, List<Arrival> arrivals, List<String> faults, Readings readings) {
        List<String> found = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        mapping.forEach((column, question) -> {
            Optional<String> text = record.findField(column);
            if (text.isEmpty()) found.add("the column ‹" + column + "› is missing");
            else if (!question.equals(TIME)) check(column, question, text.get().strip(), values, found);
        });
        Instant at = found.isEmpty() ? time(record, found) : Instant.EPOCH;
        if (found.isEmpty()) arrivals.add(arrival(values, at, readings));
        else faults.add("Line " + record.getStartingLineNumber() + ": " + String.join("; ", found) + ".");
    }

    private void check(String column, String question, String text, Map<String, String> values, List<String> found) {
        if (text.isEmpty()) return;
        boolean number =
                switch (target.questions().get(question).type()) {
                    case INTEGER, DECIMAL, RANGE -> true;
                    default -> false;
                };
        if (number && !text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?"))
            found.add("‹" + text + "› in column ‹" + column + "› is no number");
        else values.put(question, text);
    }

    private Instant time(NamedCsvRecord record, List<String> found) {
        if (timeColumn.isEmpty()) return Instant.now();
        String text = record.getField(timeColumn).strip();
        try {
            return instant(text, target.campaign().zone());
        } catch (DateTimeException noTime) {
            found.add("‹" + text + "› in column ‹" + timeColumn + "› is no date or time such as 2026-11-21T08:15:00Z");
            return Instant.EPOCH;
        }
    }

    /** A day means its beginning, and a time without an offset is meant, in the campaign's zone. */
    static Instant instant(String text, ZoneId zone) {
        if (text.length() <= 10) return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        String iso = text.replace(' ', 'T');
        boolean offset = iso.endsWith("Z") || iso.substring(10).matches(".*[+-]\\d\\d:?\\d\\d");
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    private Arrival arrival(Map<String, String> values, Instant at, Readings readings) {
        String instanceId = "row:" + Digests.sha256(at + " " + values);
        return readings.arrival(target, instanceId, values, new Contributor("import", null, null, ""), at);
    }

    // What is mapped to @time, else the first question for a date.
    private Optional<String> findTimeColumn() {
        return mapping.entrySet().stream()
                .filter(entry -> entry.getValue().equals(TIME))
                .findFirst()
                .or(() -> mapping.entrySet().stream()
                        .filter(entry -> isTime(target.questions().get(entry.getValue())))
                        .findFirst())
                .map(Map.Entry::getKey);
    }

    private static boolean isTime(Question question) {
        return switch (question.type()) {
            case DATE, DATE_TIME -> true;
            default -> false;
        };
    }
}
