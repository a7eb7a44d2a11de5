package org.commonweal.hub.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.commonweal.hub.frame.look.Query;
import org.junit.jupiter.api.Test;

class KeptCountsTest {
    private final KeptCounts kept = new KeptCounts();
    private final AtomicLong reads = new AtomicLong();

    @Test
    void countsOnceForEachRevisionAndQuestion() {
        assertThat(ask("q=well", 7)).isEqualTo(1);
        assertThat(ask("q=well&page=3&sort=newest", 7)).as("another page of it").isEqualTo(1);
        assertThat(ask("q=well&country=SD&country=EG", 7)).isEqualTo(2);
        assertThat(ask("country=EG&q=well&country=SD", 7)).isEqualTo(2);
        assertThat(ask("q=well&country=EG", 7)).isEqualTo(3);
        assertThat(ask("q=well", 8)).as("something changed").isEqualTo(4);
        assertThat(ask("q=well", 8)).isEqualTo(4);
    }

    @Test
    void whoReadTheRevisionBeforeAChangeGetsNothingKeptSince() {
        assertThat(ask("q=well", 8)).isEqualTo(1);
        assertThat(ask("q=well", 7)).isEqualTo(2);
        assertThat(ask("q=well", 8)).as("and leaves nothing behind").isEqualTo(1);
    }

    private long ask(String address, long revision) {
        Map<String, java.util.List<String>> values = new java.util.LinkedHashMap<>();
        for (String pair : address.split("&"))
            values.computeIfAbsent(pair.split("=")[0], name -> new java.util.ArrayList<>())
                    .add(pair.split("=")[1]);
        Wanted wanted = Wanted.of(Shelf.ORGANISATIONS, new Query("/organisations", values));
        return kept.get(wanted, revision, () -> new Lists.Counts(reads.incrementAndGet(), Map.of()))
                .total();
    }
}
