package org.commonweal.hub.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.commonweal.hub.frame.database.SecretFile;
import org.springframework.stereotype.Component;

/** The hub's master key: 32 random bytes in {@code keys/hub}, mode 0600, made at the first start. */
@Component
class HubKeys {
    private static final int KEY_BYTES = 32;
    private final byte[] master;

    HubKeys(Settings settings) throws IOException {
        Path file = settings.data().resolve("keys/hub");
        if (!Files.exists(file)) SecretFile.create(file, random());
        master = Files.readAllBytes(file);
        if (master.length != KEY_BYTES)
            throw new IOException("The key in " + file + " must have 32 bytes, has " + master.length
                    + ". Put the file from a backup in its place");
    }

    /** The seal for what belongs to the hub and to no person. */
    Seal seal() {
        return new Seal(derive("seal"));
    }

    /** HMAC-SHA-256 (RFC 2104) of a value under a key of its own, to find it without storing it. */
    byte[] digest(String purpose, byte[] value) {
        return hmac(derive(purpose), value);
    }

    private byte[] derive(String purpose) {
        return hmac(master, purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] random() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
