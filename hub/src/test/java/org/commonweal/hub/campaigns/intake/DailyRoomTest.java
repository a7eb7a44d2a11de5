package org.commonweal.hub.campaigns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Refusal;
import org.junit.jupiter.api.Test;

class DailyRoomTest {
    private final Limits limits = new Limits();
    private final DailyRoom room = new DailyRoom(limits);

    @Test
    void oneTokenBringsNoMoreThanADayAllowsAndLeavesItsNeighbourAlone() {
        LongConsumer kept = room.enterWithToken("a", -1);
        for (int i = 0; i < 100; i++) kept.accept(DailyRoom.OF_TOKEN / 100);
        assertThatThrownBy(() -> kept.accept(DailyRoom.OF_TOKEN / 100)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> room.enterWithToken("a", 60_000_000))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tomorrow");
        room.enterWithToken("b", 60_000_000).accept(60_000_000);
    }

    /** What is too much is kept on the disk already: it uses up what was left. */
    @Test
    void whatWasRefusedLeavesNoRoom() {
        LongConsumer kept = room.enter("address 203.0.113.9", -1);
        assertThatThrownBy(() -> kept.accept(DailyRoom.OF_OTHERS + 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> room.enter("address 203.0.113.9", 1_000_000)).isInstanceOf(Refusal.class);
    }

    @Test
    void inventedKeysOfOnePurposePushOutNoneOfAnother() {
        assertThat(limits.allows("sign-in from", "203.0.113.9", 1, Duration.ofDays(1)))
                .isTrue();
        for (int i = 0; i < 200_000; i++) limits.allows("submissions", "device " + i, 1, Duration.ofDays(1));
        assertThat(limits.allows("sign-in from", "203.0.113.9", 1, Duration.ofDays(1)))
                .isFalse();
    }
}
