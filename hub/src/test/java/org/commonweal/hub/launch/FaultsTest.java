package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonweal.hub.frame.Refusal;
import org.junit.jupiter.api.Test;

/** What a command says at the terminal when it can't do what it was asked. */
class FaultsTest {
    @Test
    void aRefusalIsToldInItsOwnWords() {
        Refusal refusal = Refusal.invalid("There is no campaign ‹wells› on this hub.");
        assertThat(Faults.explain(new IllegalStateException(refusal))).isEqualTo(refusal.getMessage());
        assertThat(Faults.explain(new IllegalStateException("lost"))).contains("nobody foresaw", "lost");
    }
}
