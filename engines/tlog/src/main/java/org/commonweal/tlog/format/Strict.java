package org.commonweal.tlog.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The three encodings of the C2SP formats, each with exactly one way to write a value.
 *
 * <p>Example: {@code Strict.decimal("the index", "42")} is 42, while «042», «+42» and «4 2» are refused. A second
 * spelling of the same value would let one proof have many digests.
 */
public final class Strict {
    private static final int SHOWN_CHARACTERS = 40;

    private Strict() {}

    /**
     * Standard base64 with padding (RFC 4648, section 4).
     *
     * @param what what the text is, for the message
     * @return the bytes
     * @throws LogFormatException when the text is not base64, lacks padding or has unused bits set
     */
    public static byte[] base64(String what, String text) throws LogFormatException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The JDK tolerates missing padding and stray low bits; writing the bytes again shows both.
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, with our own words
        }
        throw new LogFormatException("%s is not canonical base64: %s".formatted(what, shown(text)));
    }

    /**
     * An ASCII decimal from 0 to 2<sup>63</sup>-1 without sign or leading zeros.
     *
     * @param what what the number is, for the message
     * @throws LogFormatException when the text is written otherwise or is larger
     */
    public static long decimal(String what, String text) throws LogFormatException {
        boolean digits = !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new LogFormatException("%s must be a decimal of at most 19 digits without leading zeros, was %s"
                    .formatted(what, shown(text)));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new LogFormatException("%s must be below 2^63, was %s".formatted(what, shown(text)));
        }
    }

    /**
     * UTF-8 without malformed sequences.
     *
     * @param what what the bytes are, for the message
     * @throws LogFormatException when the bytes are not UTF-8
     */
    public static String utf8(String what, byte[] bytes) throws LogFormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new LogFormatException(what + " is not valid UTF-8");
        }
    }

    /** A hostile text, cut and made harmless, for use in a message. */
    public static String shown(String text) {
        return "‹" + harmless(text, SHOWN_CHARACTERS) + "›";
    }

    /** At most so many characters of a text, without those that a terminal would obey and halves of what it was cut in. */
    public static String harmless(String text, int characters) {
        String cut = text.length() <= characters ? text : text.substring(0, characters) + "…";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "�");
    }
}
