package org.commonweal.hub.frame;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often something may be done: token buckets (bucket4j) per purpose and key, in memory of this process. Several
 * processes together let through at most so many times more, which is enough against guessing and flooding.
 *
 * <p>Example: {@code limits.require("sign-in", address, 10, Duration.ofMinutes(15))}.
 */
@Component
public class Limits {
    private static final int KEPT = 100_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT;
        }
    };

    /** @throws Refusal (429) when this key has used up its allowance */
    public void require(String purpose, String key, int allowed, Duration period) {
        if (!allows(purpose, key, allowed, period)) throw Refusal.tooMany("");
    }

    public boolean allows(String purpose, String key, int allowed, Duration period) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(purpose + ' ' + key, unused -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, period))
                    .build());
        }
        return bucket.tryConsume(1);
    }
}
