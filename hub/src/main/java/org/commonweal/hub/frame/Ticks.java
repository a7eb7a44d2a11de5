package org.commonweal.hub.frame;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The hub's clock as Caffeine reads it, so that what is remembered for a while ends when the hub's time says so. */
public final class Ticks {
    private Ticks() {}

    public static Ticker of(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
