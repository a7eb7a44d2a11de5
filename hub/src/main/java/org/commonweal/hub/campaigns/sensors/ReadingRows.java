package org.commonweal.hub.campaigns.sensors;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
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
import org.commonweal.hub.frame.Refusal;
import org.commonweal.xlsform.form.Question;

/** Reads the rows of a table of readings, telling each fault with its line. */
final class ReadingRows {
    private static final String TIME = "@time";
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private final Readings.Target target;
    private final Map<String, String> mapping;
    private final String timeColumn;
    private final Clock clock;

    /**
     * @throws Refusal when a column is mapped to a question that the form does not have, or two to the same, or
     * none to the one that says of which thing a row tells
     */
    ReadingRows(Readings.Target target, Map<String, String> mapping, Clock clock) {
        this.target = target;
        this.mapping = mapping;
        this.clock = clock;
        List<String> unknown = mapping.values().stream()
                .filter(name -> !name.equals(TIME) && !target.questions().containsKey(name))
                .toList();
        if (!unknown.isEmpty())
            throw Refusal.invalid("The form has no question " + String.join(", ", unknown) + ". It has: "
                    + String.join(", ", target.questions().keySet()) + ".");
        requireOneColumnEach(mapping);
        requireSubject(target, mapping);
        this.timeColumn = findTimeColumn().orElse("");
    }

    // A reading of nothing would count in no place, and later nobody could say why.
    private static void requireSubject(Readings.Target target, Map<String, String> mapping) {
        String subject = target.campaign().protection().subject();
        if (!subject.isEmpty() && !mapping.containsValue(subject))
            throw Refusal.invalid("No column is mapped to " + subject
                    + ", which says of which thing a row tells. Name the one that does.");
    }

    // Of two the last would win, row by row, and nobody would be told.
    private static void requireOneColumnEach(Map<String, String> mapping) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        mapping.forEach((column, question) ->
                columns.computeIfAbsent(question, unused -> new ArrayList<>()).add("‹" + column + "›"));
        columns.forEach((question, all) -> {
            if (all.size() > 1)
                throw Refusal.invalid("More than one column is mapped to " + question + ": " + String.join(", ", all)
                        + ". Name the one that counts.");
        });
    }

    /** What is wrong with the head line; none when it has every column that is mapped. */
    Optional<String> findFault(List<String> head) {
        List<String> missing = mapping.keySet().stream()
                .filter(column -> !head.contains(column))
                .map(column -> "‹" + column + "›")
                .toList();
        if (missing.isEmpty()) return Optional.empty();
        return Optional.of("Line 1: no column " + String.join(", ", missing) + ". The table has: "
                + String.join(", ", head) + ".");
    }

    /** All that is wrong with a row, with its line; none when it can be stored. */
    Optional<String> findFault(NamedCsvRecord record) {
        List<String> found = new ArrayList<>();
        mapping.forEach((column, question) -> {
            if (question.equals(TIME)) return;
            String text = value(record, column);
            if (text.isEmpty() && question.equals(target.campaign().protection().subject()))
                found.add("column ‹" + column + "› is empty, and says of which thing the row tells");
            if (!text.isEmpty())
                Values.findFault(target.drawn(), target.questions().get(question), text)
                        .ifPresent(fault -> found.add("‹" + text + "› in column ‹" + column + "› " + fault));
        });
        if (!timeColumn.isEmpty()) findTimeFault(value(record, timeColumn)).ifPresent(found::add);
        if (found.isEmpty()) return Optional.empty();
        return Optional.of("Line " + record.getStartingLineNumber() + ": " + String.join("; ", found) + ".");
    }

    private Optional<String> findTimeFault(String text) {
        try {
            if (instant(text, target.campaign().zone()).isAfter(clock.instant().plus(CLOCKS_DIFFER)))
                return Optional.of("‹" + text + "› in column ‹" + timeColumn + "› has not come yet");
            return Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.of(
                    "‹" + text + "› in column ‹" + timeColumn + "› is no date or time such as 2026-11-21T08:15:00Z");
        }
    }

    /** A row that has no fault. */
    Arrival arrival(NamedCsvRecord record, Readings readings) {
        Map<String, String> values = new LinkedHashMap<>();
        mapping.forEach((column, question) -> {
            String text = question.equals(TIME) ? "" : value(record, column);
            if (!text.isEmpty()) values.put(question, text);
        });
        // Rows without a time are told apart by their line, so that equal ones all count, and the same table is known
        // when it comes again.
        String told = timeColumn.isEmpty()
                ? "line " + record.getStartingLineNumber()
                : instant(value(record, timeColumn), target.campaign().zone()).toString();
        Instant at = timeColumn.isEmpty() ? clock.instant() : Instant.parse(told);
        String instanceId = readings.rowId(target, told + " " + values);
        return readings.arrival(target, instanceId, values, new Contributor("import", null, null, ""), at);
    }

    // A row that is too short has nothing in its last columns.
    private static String value(NamedCsvRecord record, String column) {
        return record.findField(column).orElse("").strip();
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
