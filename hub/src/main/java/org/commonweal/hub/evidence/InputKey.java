package org.commonweal.hub.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.commonweal.hub.frame.Digests;

/**
 * The random key of one version, under which its rows are committed to (HMAC-SHA-256, RFC 2104): without it nobody can try
 * out which rows are behind a finding, however few they can be.
 */
final class InputKey {
    static final String METHOD = "SHA-256 over the sorted HMAC-SHA-256 of each row's SHA-256, under a random key that"
            + " auditors are shown";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] bytes;
    /** Made once: for fifty thousand rows that is half of the time. */
    private final Mac mac;

    private InputKey(byte[] bytes) {
        this.bytes = bytes;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static InputKey make() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new InputKey(bytes);
    }

    static InputKey parse(String hex) {
        return new InputKey(HexFormat.of().parseHex(hex));
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The digest of a row's SHA-256, in lower-case hexadecimal. */
    String row(byte[] sha256) {
        return hmac(sha256);
    }

    /** A mark that tells contributors of this version apart, "" for an unknown one. */
    String contributor(String key) {
        return key.isEmpty() ? "" : hmac(("contributor:" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** What the document states of all rows together. */
    static String root(Collection<String> digests) {
        MessageDigest sha256 = Digests.sha256();
        digests.stream().sorted().map(HexFormat.of()::parseHex).forEach(sha256::update);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private synchronized String hmac(byte[] value) {
        return HexFormat.of().formatHex(mac.doFinal(value));
    }
}
