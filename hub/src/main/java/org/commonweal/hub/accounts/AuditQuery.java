package org.commonweal.hub.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Audit;

/**
 * What the address of the audit trail asks for; what can't be read asks for nothing.
 *
 * @param action the only deed, "" for all
 * @param about a person or thing, as in {@code person:0193…}, "" for all
 * @param from the first day in UTC, as in {@code 2026-11-21}, "" for the beginning
 * @param until the last day in UTC, "" for today
 */
public record AuditQuery(String action, String about, String from, String until) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9:._-]{1,120}");

    public AuditQuery {
        action = CODE.matcher(action).matches() ? action : "";
        about = CODE.matcher(about).matches() ? about : "";
        from = day(from, Audit.Wanted.ALL.from()).equals(Audit.Wanted.ALL.from()) ? "" : from;
        until = day(until, Audit.Wanted.ALL.until()).equals(Audit.Wanted.ALL.until()) ? "" : until;
    }

    Audit.Wanted wanted() {
        Instant last = Audit.Wanted.ALL.until();
        Instant end = until.isEmpty()
                ? last
                : day(until, last).atOffset(ZoneOffset.UTC).plusDays(1).toInstant();
        return new Audit.Wanted(action, about, day(from, Audit.Wanted.ALL.from()), end);
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

    private static Instant day(String typed, Instant otherwise) {
        try {
            LocalDate day = LocalDate.parse(typed);
            boolean real = day.getYear() > 1970 && day.getYear() < 9999;
            return real ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : otherwise;
        } catch (DateTimeException noDay) {
            return otherwise;
        }
    }
}
