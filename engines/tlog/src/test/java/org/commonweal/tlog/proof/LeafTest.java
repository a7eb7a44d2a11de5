package org.commonweal.tlog.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.commonweal.tlog.format.LogFormatException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafTest {
    private static final Leaf LEAF =
            Leaf.of("finding", "0193f0c2-8a51", 3, "{\"a\":1}".getBytes(), Instant.parse("2026-11-21T08:00:00.999Z"));

    private static final String JSON = "{\"id\":\"0193f0c2-8a51\","
            + "\"sha256\":\"015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862\","
            + "\"time\":\"2026-11-21T08:00:00Z\",\"type\":\"finding\",\"version\":3}";

    @Test
    void writtenAndRead() throws Exception {
        assertThat(LEAF.json()).isEqualTo(JSON);
        assertThat(Leaf.parse(LEAF.bytes())).isEqualTo(LEAF);
    }

    /** An RFC 8785 implementation that shares no code with ours. */
    @Test
    void itIsCanonicalJson() throws Exception {
        assertThat(new JsonCanonicalizer(JSON).getEncodedUTF8()).isEqualTo(LEAF.bytes());
        Leaf largest = new Leaf("a-9", "A.b_C:d-0", (1L << 53) - 1, "0".repeat(64), Instant.EPOCH);
        assertThat(new JsonCanonicalizer(largest.json()).getEncodedUTF8()).isEqualTo(largest.bytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version":3               | "version":03
            "version":3               | "version":0
            "version":3               | "version":3.0
            "version":3               | "version":9007199254740992
            "version":3               | "version":3,"note":"free text"
            "type":"finding"          | "type":"Finding"
            "type":"finding"          | "type":"a finding"
            "type":"finding"          | "type": "finding"
            0193f0c2-8a51             | the house at 12 Green St
            0193f0c2-8a51             | 0193\\u0030
            015abd7f                  | 015ABD7F
            08:00:00Z                 | 08:00:00z
            08:00:00Z                 | 08:00:61Z
            2026-11-21T08:00:00Z      | 2026-11-21T24:00:00Z
            2026-11-21T08:00:00Z      | 2026-02-30T08:00:00Z
            2026-11-21T08:00:00Z      | +2026-11-21T08:00:0Z
            {"id"                     | { "id"
            """)
    void notALeaf(String part, String instead) {
        assertThat(JSON).contains(part);
        assertThatThrownBy(() -> Leaf.parse(JSON.replace(part, instead))).isInstanceOf(LogFormatException.class);
    }

    @Test
    void textHasNoRoomInALeaf() {
        assertThatThrownBy(() -> new Leaf("finding", "Mrs Jones", 1, "0".repeat(64), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The leaf's id must be letters, digits and . _ : -, at most 128, was ‹Mrs Jones›");
    }
}
