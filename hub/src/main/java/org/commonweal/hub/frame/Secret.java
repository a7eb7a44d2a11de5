package org.commonweal.hub.frame;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in a link or token: 256 random bits. The hub keeps only its SHA-256, which needs no salt at that length.
 *
 * <p>Example: {@code Secret secret = Secret.make(); store(secret.digest()); show("/sign-in/" + secret.text());}
 */
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret make() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** @param bytes 32 that nobody else can make, such as a digest under the hub's key */
    public static Secret of(byte[] bytes) {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] digest() {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
