package org.commonweal.hub.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Audit;

/**
 * What the address of the audit trail asks for, as it was typed: {@link Trail} tells what of it can't be read.
 *
 * @param action the only deed, "" for all
 * @param about a person or thing, as in {@code person:0193…}, "" for all
 * @param from the first day in UTC, as in {@code 2026-11-21}, "" for the beginning
 * @param until the last day in UTC, "" for today
 */
public record AuditQuery(String action, String about, String from, String until) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9:._-]{1,120}");

    public AuditQuery {
        action = action.strip();
        about = isCode(about) ? about : "";
        from = from.strip();
        until = until.strip();
    }

    Audit.Wanted wanted() {
        Instant first = day(from).map(AuditQuery::begin).orElse(Audit.Wanted.ALL.from());
        Instant end = day(until).map(last -> begin(last.plusDays(1))).orElse(Audit.Wanted.ALL.until());
        return new Audit.Wanted(action, about, first, end);
    }

    /** The same about another, or about all where that is "". */
    public AuditQuery about(String code) {
        return new AuditQuery(action, code, from, until);
    }

    /** Such as {@code ?action=rights.granted&about=person%3A0193…}, "" where everything is asked for. */
    public String tail() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("action", action);
        asked.put("about", about);
        asked.put("from", from);
        asked.put("until", until);
        String tail = asked.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return tail.isEmpty() ? "" : "?" + tail;
    }

    /** The page of lines before one. */
    public String before(long number) {
        return tail() + (tail().isEmpty() ? "?" : "&") + "before=" + number;
    }

    /** Whether it can be a deed, a person or a thing of the trail. */
    static boolean isCode(String typed) {
        return CODE.matcher(typed).matches();
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() > 1970 && day.getYear() < 9999);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
