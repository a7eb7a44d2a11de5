package org.commonweal.hub.campaigns.intake;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Refusal;
import org.springframework.stereotype.Component;

/**
 * How many bytes one token, account or address may bring in a day: nobody fills the disk by inventing devices. What
 * broke off on its way counts only as far as it was kept.
 */
@Component
public class DailyRoom {
    // A team with a token has an owner who can revoke it; behind an address may be anybody.
    static final long OF_TOKEN = 10_000_000_000L;
    static final long OF_OTHERS = 2_000_000_000L;
    static final String PURPOSE = "bytes brought";
    static final Duration DAY = Duration.ofDays(1);
    private final Limits limits;

    DailyRoom(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param declared the bytes that a request says it brings, negative when it does not say
     * @return to be told of each part that was kept
     * @throws Refusal (429) here and there when the day's room is used up
     */
    public LongConsumer enterWithToken(String token, long declared) {
        return enter("token " + token, declared, OF_TOKEN);
    }

    /** The same for an account or an address. */
    public LongConsumer enter(String whose, long declared) {
        return enter(whose, declared, OF_OTHERS);
    }

    private LongConsumer enter(String whose, long declared, long most) {
        if (!limits.hasRoom(PURPOSE, whose, Math.max(1, declared), most, DAY)) throw full();
        return bytes -> {
            if (!limits.use(PURPOSE, whose, bytes, most, DAY)) throw full();
        };
    }

    private static Refusal full() {
        return Refusal.tooMany("As much as one day allows has come from here. Keep this and send it again tomorrow.");
    }
}
