package org.commonweal.tlog.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;
import org.commonweal.tlog.format.VerificationException;
import org.jspecify.annotations.Nullable;

/**
 * A named Ed25519 public key, written {@code <name>+<key ID>+<base64(0x01 || key)>} (c2sp.org/signed-note@v1.0.0).
 *
 * <p>Example: {@code VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")}.
 */
public final class VerifierKey {
    static final byte ED25519 = 0x01;
    static final int ENCODED_BYTES = 33;

    // SubjectPublicKeyInfo of Ed25519 up to the key itself (RFC 8410, section 4).
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LONGEST = 512;

    private final String name;
    private final byte[] encoded;
    private final int id;
    private final PublicKey key;

    private VerifierKey(String name, byte[] encoded, PublicKey key) {
        this.name = name;
        this.encoded = encoded;
        this.id = id(name, encoded);
        this.key = key;
    }

    /**
     * Reads a verifier key line.
     *
     * @throws LogFormatException when a part is missing or malformed, the key ID does not fit, or the key is not Ed25519
     */
    public static VerifierKey parse(String vkey) throws LogFormatException {
        String[] parts = vkey.length() > LONGEST ? new String[0] : vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new LogFormatException("A verifier key is «name+8 hex digits+base64», was " + Strict.shown(vkey));
        }
        VerifierKey key = of(KeyName.require(parts[0]), Strict.base64("The verifier key", parts[2]));
        if (!parts[1].equals(key.hexId())) {
            throw new LogFormatException(
                    ("The verifier key of %s says key ID %s, its name and bytes give %s: it was mistyped or"
                                    + " cut off, or somebody changed it")
                            .formatted(key.name, Strict.shown(parts[1]), key.hexId()));
        }
        return key;
    }

    static VerifierKey of(String name, byte[] encoded) throws LogFormatException {
        if (encoded.length != ENCODED_BYTES || encoded[0] != ED25519) {
            String type = encoded.length == 0 ? "none" : "%02x".formatted(encoded[0]);
            throw new LogFormatException("The key of %s is not Ed25519 (type 01 and 32 bytes): type %s, %d bytes"
                    .formatted(name, type, Math.max(0, encoded.length - 1)));
        }
        byte[] x509 = ByteBuffer.allocate(X509_PREFIX.length + ENCODED_BYTES - 1)
                .put(X509_PREFIX)
                .put(encoded, 1, ENCODED_BYTES - 1)
                .array();
        try {
            return new VerifierKey(
                    name, encoded, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        } catch (GeneralSecurityException notAPoint) {
            throw new LogFormatException("The key of %s is not a point of the curve".formatted(name));
        }
    }

    /** SHA-256(name || 0x0A || type || public key)[:4]; {@code encoded} is type and public key. */
    private static int id(String name, byte[] encoded) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha256.digest(encoded)).getInt();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** @return the key's name; for a log's key, its origin */
    public String name() {
        return name;
    }

    /** @return the 4-byte key ID as a big-endian number */
    public int id() {
        return id;
    }

    private String hexId() {
        return "%08x".formatted(id);
    }

    void verify(String text, NoteSignature signature) throws VerificationException {
        if (!fits(text.getBytes(StandardCharsets.UTF_8), signature.signature())) {
            throw new VerificationException(
                    "The signature by %s does not fit the text: one of them was altered".formatted(name));
        }
    }

    private boolean fits(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException malformedSignature) {
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** @return the verifier key line, as it is published */
    @Override
    public String toString() {
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(encoded);
    }
}
