package org.commonweal.hub.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.commonweal.hub.frame.database.DatabaseFault;
import org.commonweal.hub.frame.database.SecretFile;
import org.springframework.stereotype.Component;

/** The hub's master key: 32 random bytes in {@code keys/hub}, mode 0600, made at the first start. */
@Component
class HubKeys {
    private static final int KEY_BYTES = 32;

    /** By what the database knows the key, without telling it. */
    private static final String MARK = "hub.key";

    private final byte[] master;

    /** @throws DatabaseFault when the database's rows were sealed under another key */
    HubKeys(Settings settings) throws IOException {
        Path file = settings.data().resolve("keys/hub");
        Optional<String> known = settings.find(MARK);
        if (!Files.exists(file)) {
            if (known.isPresent()) throw otherKey("There is no " + file + ", and");
            SecretFile.create(file, random());
        }
        master = Files.readAllBytes(file);
        if (master.length != KEY_BYTES)
            throw new IOException("The key in " + file + " must have 32 bytes, has " + master.length
                    + ". Put the file from a backup in its place");
        String mark = HexFormat.of().formatHex(digest(MARK, new byte[0]));
        if (known.isEmpty()) settings.put(MARK, mark);
        else if (!known.get().equals(mark)) throw otherKey("The key in " + file + " is another hub's:");
    }

    // With a new key nobody's address would be found, and each device would count as one more person.
    private static DatabaseFault otherKey(String what) {
        return new DatabaseFault(what + " this database was sealed under another key. Start with the data folder that"
                + " belongs to it, or put keys/hub from a backup in its place.");
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
