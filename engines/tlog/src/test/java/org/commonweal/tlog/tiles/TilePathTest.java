package org.commonweal.tlog.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.commonweal.tlog.format.LogFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    /** The second line is the example of c2sp.org/tlog-tiles. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0 |                 0 | 256 | tile/0/000
             0 |           1234067 | 256 | tile/0/x001/x234/067
             1 |              1000 |  17 | tile/1/x001/000.p/17
             7 |               999 |   1 | tile/7/999.p/1
            -1 |                 3 | 255 | tile/entries/003.p/255
            -1 | 36028797018963967 | 256 | tile/entries/x036/x028/x797/x018/x963/967
            """)
    void writtenAndRead(int level, long index, int width, String path) throws Exception {
        TilePath tile = new TilePath(level, index, width);
        assertThat(tile).hasToString(path);
        assertThat(TilePath.parse(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/0/x000/001",
                "tile/0/1000",
                "tile/8/000",
                "tile/00/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/x001",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/entries/../../secret",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/0/٠٠٠",
            })
    void notAPath(String path) {
        assertThatThrownBy(() -> TilePath.parse(path))
                .isInstanceOf(LogFormatException.class)
                .hasMessageContaining("such as tile/0/x001/234.p/17");
    }

    /** The worked example of c2sp.org/tlog-tiles, «Partial Tiles». */
    @Test
    void theTilesOfATreeOf70000() {
        TileReader tree = new TileReader(path -> new byte[0], 70_000);
        assertThat(tree.pathAt(0, 272)).hasToString("tile/0/272");
        assertThat(tree.pathAt(0, 273)).hasToString("tile/0/273.p/112");
        assertThat(tree.pathAt(1, 0)).hasToString("tile/1/000");
        assertThat(tree.pathAt(1, 1)).hasToString("tile/1/001.p/17");
        assertThat(tree.pathAt(2, 0)).hasToString("tile/2/000.p/1");
        assertThatThrownBy(() -> tree.pathAt(0, 274)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.pathAt(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
