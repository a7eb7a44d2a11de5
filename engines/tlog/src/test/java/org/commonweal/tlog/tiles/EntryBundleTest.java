package org.commonweal.tlog.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.commonweal.tlog.format.LogFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryBundleTest {
    @Test
    void eachEntryStandsBehindItsLength() throws Exception {
        byte[] bytes = EntryBundle.bytes(List.of(new byte[0], new byte[] {'a'}, new byte[258]));
        assertThat(HexFormat.of().formatHex(bytes)).startsWith("0000" + "000161" + "0102" + "0000");
        assertThat(EntryBundle.parse(TilePath.entries(0, 3), bytes))
                .containsExactly(new byte[0], new byte[] {'a'}, new byte[258]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | 00           | cut off in entry 0 of 2
            2 | 000161       | cut off in entry 1 of 2
            1 | ffff61       | cut off in entry 0 of 1
            1 | 00016100     | 1 bytes after its 1 entries
            1 | 000161000162 | 3 bytes after its 1 entries
            """)
    void notABundle(int width, String hex, String reason) {
        assertThatThrownBy(() -> EntryBundle.parse(
                        TilePath.entries(0, width), HexFormat.of().parseHex(hex)))
                .isInstanceOf(LogFormatException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aTileHasExactlyItsHashes() {
        for (int bytes : new int[] {0, 31, 63, 65, 8192}) {
            assertThatThrownBy(() -> Tile.parse(TilePath.tile(0, 5, 2), new byte[bytes]))
                    .isInstanceOf(LogFormatException.class)
                    .hasMessage("tile/0/005.p/2 must have 64 bytes, has " + bytes);
        }
    }
}
