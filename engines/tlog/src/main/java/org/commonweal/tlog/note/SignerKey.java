package org.commonweal.tlog.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.Strict;

/**
 * A named Ed25519 private key. Its {@link #toString} never shows the secret; {@link KeyFile} writes it.
 *
 * <p>Example: {@code SignerKey key = SignerKey.generate("hub.example/log")}.
 */
public final class SignerKey {
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;

    private final VerifierKey verifier;
    private final PrivateKey key;
    private final byte[] seed;

    private SignerKey(VerifierKey verifier, PrivateKey key, byte[] seed) {
        this.verifier = verifier;
        this.key = key;
        this.seed = seed;
    }

    /**
     * A new key from the system's randomness.
     *
     * @param name the log's origin, such as {@code hub.example/log}
     * @throws LogFormatException when the name has spaces, a plus or control characters
     */
    public static SignerKey generate(String name) throws LogFormatException {
        return from(KeyName.require(name), new SecureRandom());
    }

    /**
     * Reads {@code PRIVATE+KEY+<name>+<key ID>+<base64(0x01 || seed)>}, the form that Go's sumdb/note writes.
     *
     * @throws LogFormatException when a part is missing or malformed or the key ID does not fit; the message does not
     *     show the secret
     */
    public static SignerKey parse(String encoded) throws LogFormatException {
        String[] parts =
                encoded.startsWith(PREFIX) ? encoded.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new LogFormatException("A signer key is «PRIVATE+KEY+name+8 hex digits+base64»; this is not one");
        }
        byte[] secret = secret(parts[2]);
        if (secret.length != 1 + SEED_BYTES || secret[0] != VerifierKey.ED25519) {
            throw new LogFormatException("The signer key is not Ed25519 (type 01 and a seed of 32 bytes)");
        }
        SignerKey key = ofSeed(KeyName.require(parts[0]), Arrays.copyOfRange(secret, 1, secret.length));
        if (!encoded.equals(key.encoded())) {
            throw new LogFormatException(
                    "The signer key of %s has a key ID that does not fit its bytes".formatted(Strict.shown(parts[0])));
        }
        return key;
    }

    private static byte[] secret(String base64) throws LogFormatException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new LogFormatException("The signer key is not base64 after its second plus");
        }
    }

    /** The key of a seed (RFC 8032, section 5.1.5). */
    static SignerKey ofSeed(String name, byte[] seed) throws LogFormatException {
        SignerKey key = from(name, new Replayed(seed));
        if (!Arrays.equals(key.seed, seed)) {
            throw new IllegalStateException("This JDK makes Ed25519 keys otherwise than from the 32 bytes it is given");
        }
        return key;
    }

    private static SignerKey from(String name, SecureRandom random) throws LogFormatException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] x509 = pair.getPublic().getEncoded();
            byte[] encoded = Arrays.copyOfRange(x509, x509.length - VerifierKey.ENCODED_BYTES, x509.length);
            encoded[0] = VerifierKey.ED25519;
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new SignerKey(VerifierKey.of(name, encoded), pair.getPrivate(), seed);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** @return the public half, to publish */
    public VerifierKey verifier() {
        return verifier;
    }

    /** @return a note with one signature, by this key */
    public SignedNote sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(text, List.of(NoteSignature.of(verifier, ed25519.sign())));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The secret, for the key file alone. */
    String encoded() {
        byte[] secret = ByteBuffer.allocate(1 + SEED_BYTES)
                .put(VerifierKey.ED25519)
                .put(seed)
                .array();
        String id = HexFormat.of().toHexDigits(verifier.id());
        return PREFIX + verifier.name() + "+" + id + "+" + Base64.getEncoder().encodeToString(secret);
    }

    /** @return the public half only */
    @Override
    public String toString() {
        return "signer of " + verifier;
    }

    /**
     * Gives a known seed to the JDK's key generator. The JDK offers no other way from a seed to its public key, and
     * computing that by hand would be cryptography of our own.
     */
    private static final class Replayed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Replayed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
