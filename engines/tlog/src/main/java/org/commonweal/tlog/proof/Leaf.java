package org.commonweal.tlog.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;

/**
 * An entry of the public log: which document, in which version, with which digest, when. Never its text.
 *
 * <p>Example: {@code Leaf.of("finding", "0193f0c2-8a51", 1, documentBytes, clock.instant())} is
 *
 * <pre>
 * {"id":"0193f0c2-8a51","sha256":"60303ae2…","time":"2026-11-21T08:00:00Z","type":"finding","version":1}
 * </pre>
 *
 * <p>This is canonical JSON (RFC 8785): members sorted, no spaces. The rules for each member leave no character that
 * needs an escape, so every leaf has exactly one spelling, and no room for text.
 *
 * @param type what kind of document: lower-case letters, digits and hyphens, at most 64
 * @param id which document: letters, digits and {@code . _ : -}, at most 128
 * @param version from 1; at most 2<sup>53</sup>-1, which every JSON reader keeps exactly
 * @param sha256 64 lower-case hexadecimal digits of the document's bytes
 * @param time to the second, years 0000 to 9999
 */
public record Leaf(String type, String id, long version, String sha256, Instant time) {
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CANONICAL = Pattern.compile("\\{\"id\":\"([^\"]{1,128})\",\"sha256\":\"([^\"]{64})\","
            + "\"time\":\"([^\"]{20})\",\"type\":\"([^\"]{1,64})\",\"version\":([0-9]{1,16})\\}");
    private static final long LARGEST_VERSION = (1L << 53) - 1;
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws IllegalArgumentException when a member breaks its rule */
    public Leaf {
        require(TYPE.matcher(type).matches(), "type", "lower-case letters, digits and hyphens, at most 64", type);
        require(ID.matcher(id).matches(), "id", "letters, digits and . _ : -, at most 128", id);
        require(version >= 1 && version <= LARGEST_VERSION, "version", "1 to 2^53-1", "" + version);
        require(SHA256.matcher(sha256).matches(), "sha256", "64 lower-case hexadecimal digits", sha256);
        boolean wholeSecond = time.getNano() == 0 && !time.isBefore(FIRST) && !time.isAfter(LAST);
        require(wholeSecond, "time", "a whole second in the years 0000 to 9999", time.toString());
    }

    private static void require(boolean holds, String member, String rule, String value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The leaf's %s must be %s, was %s".formatted(member, rule, Strict.shown(value)));
        }
    }

    /**
     * The leaf of a document; the time is cut to the second.
     *
     * @throws IllegalArgumentException when a member breaks its rule
     */
    public static Leaf of(String type, String id, long version, byte[] document, Instant time) {
        return new Leaf(type, id, version, sha256(document), time.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Reads an entry of the log.
     *
     * @throws LogFormatException when it is not a leaf in canonical form
     */
    public static Leaf parse(byte[] entry) throws LogFormatException {
        return parse(Strict.utf8("The leaf", entry));
    }

    /**
     * Reads a leaf that is a string already.
     *
     * @throws LogFormatException as {@link #parse(byte[])}
     */
    public static Leaf parse(String json) throws LogFormatException {
        Matcher matcher = CANONICAL.matcher(json);
        if (!matcher.matches()) {
            throw new LogFormatException(
                    "A leaf is canonical JSON with the members id, sha256, time, type and version, " + "was "
                            + Strict.shown(json));
        }
        try {
            long version = Strict.decimal("The leaf's version", matcher.group(5));
            Instant time = Instant.parse(matcher.group(3));
            Leaf leaf = new Leaf(matcher.group(4), matcher.group(1), version, matcher.group(2), time);
            if (leaf.json().equals(json)) {
                return leaf;
            }
        } catch (IllegalArgumentException | DateTimeException brokenRule) {
            throw new LogFormatException(String.valueOf(brokenRule.getMessage()));
        }
        throw new LogFormatException("The leaf's time is not written as 2026-11-21T08:00:00Z: " + Strict.shown(json));
    }

    /** @return canonical JSON (RFC 8785) */
    public String json() {
        return "{\"id\":\"%s\",\"sha256\":\"%s\",\"time\":\"%s\",\"type\":\"%s\",\"version\":%d}"
                .formatted(id, sha256, time, type, version);
    }

    /** @return the bytes that stand in the log */
    public byte[] bytes() {
        return json().getBytes(StandardCharsets.US_ASCII);
    }

    /** @return 64 lower-case hexadecimal digits */
    static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
