package org.commonweal.hub.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How often something may be done: token buckets (bucket4j) per purpose and key, in memory of this process. Several
 * processes together let through at most so many times more, which is enough against guessing and flooding.
 *
 * <p>Example: {@code limits.require("sign-in", address, 10, Duration.ofMinutes(15))}.
 */
@Component
public class Limits {
    private static final int KEPT = 50_000;

    // Each purpose forgets on its own: who invents keys for one of them must not push out those of another.
    private final Map<String, Cache<String, Bucket>> purposes = new ConcurrentHashMap<>();

    /** @throws Refusal (429) when this key has used up its allowance */
    public void require(String purpose, String key, int allowed, Duration period) {
        if (!allows(purpose, key, allowed, period)) throw Refusal.tooMany("");
    }

    public boolean allows(String purpose, String key, int allowed, Duration period) {
        return bucket(purpose, key, allowed, period).tryConsume(1);
    }

    /** Whether an amount could be used now; it is not used by asking. */
    public boolean hasRoom(String purpose, String key, long amount, long allowed, Duration period) {
        return bucket(purpose, key, allowed, period).getAvailableTokens() >= amount;
    }

    /** Uses an amount, or all that is left, and then it is false. */
    public boolean use(String purpose, String key, long amount, long allowed, Duration period) {
        Bucket bucket = bucket(purpose, key, allowed, period);
        if (amount <= 0 || bucket.tryConsume(amount)) return true;
        bucket.tryConsumeAsMuchAsPossible();
        return false;
    }

    private Bucket bucket(String purpose, String key, long allowed, Duration period) {
        return purposes.computeIfAbsent(
                        purpose,
                        unused -> Caffeine.newBuilder().maximumSize(KEPT).build())
                .get(key, unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, period))
                        .build());
    }
}
