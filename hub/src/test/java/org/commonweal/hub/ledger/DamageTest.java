package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DamageTest {
    @Test
    void restsForHalfAMinuteAndOneLogOnly() {
        Instant found = Instant.parse("2026-11-22T10:00:00Z");
        Damage damage = new Damage(2, found);
        assertThat(damage.rests(2, found)).isTrue();
        assertThat(damage.rests(2, found.plusSeconds(29))).isTrue();
        assertThat(damage.rests(2, found.plusSeconds(30))).isFalse();
        assertThat(damage.rests(3, found)).isFalse();
    }
}
