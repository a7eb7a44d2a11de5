package org.commonweal.hub.frame;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * Identifiers: UUIDv7 for rows, slug + 8 characters for addresses.
 *
 * <p>Example: {@code Ids.address("Wells of Wadi Nour", id)} gives {@code wells-of-wadi-nour-3k9m2x7q}.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SLUG_LENGTH = 60;
    private static final int TAIL_LENGTH = 8;

    private Ids() {}

    /** A new time-ordered identifier: 48 bits of Unix milliseconds, 74 random bits (RFC 9562 §5.7). */
    public static UUID next() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        long high = System.currentTimeMillis() << 16 | 0x7000 | (random[0] & 0x0f) << 8 | random[1] & 0xff;
        long low = 0;
        for (int i = 2; i < 10; i++) low = low << 8 | random[i] & 0xff;
        return new UUID(high, low & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    /** The address of a thing: its name as a slug and eight characters of its identifier's random part. */
    public static String address(String name, UUID id) {
        String slug = slug(name);
        return slug.isEmpty() ? tail(id) : slug + "-" + tail(id);
    }

    /** The last eight characters of an address, which alone find the thing. */
    public static String tailOf(String address) {
        return address.substring(Math.max(0, address.length() - TAIL_LENGTH));
    }

    /** Eight base-32 characters (40 bits) of the identifier's random part. */
    public static String tail(UUID id) {
        long bits = id.getLeastSignificantBits() & 0xff_ffff_ffffL;
        return String.format(Locale.ROOT, "%8s", Long.toString(bits, 32)).replace(' ', '0');
    }

    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.length() <= SLUG_LENGTH
                ? slug
                : slug.substring(0, SLUG_LENGTH).replaceAll("-$", "");
    }
}
