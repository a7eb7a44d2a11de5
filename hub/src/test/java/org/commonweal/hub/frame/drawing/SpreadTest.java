package org.commonweal.hub.frame.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the names of lines stand. */
class SpreadTest {
    @Test
    void whatHasRoomStandsWhereItsLineEnds() {
        assertThat(apart(40, 60, 200)).containsExactly(40, 60, 200);
    }

    /** Up and down around their ends; pushed down alone, the fourth would stand at 148, far below its line. */
    @Test
    void whatMeetsIsSpreadAroundItsMiddle() {
        assertThat(apart(100, 101, 102, 180)).containsExactly(85, 101, 117, 180);
        assertThat(apart(100, 100, 110, 126)).containsExactly(85, 101, 117, 133);
    }

    @Test
    void nothingLeavesThePicture() {
        assertThat(apart(27, 28, 29)).containsExactly(26, 42, 58);
        assertThat(apart(268, 270, 272)).containsExactly(240, 256, 272);
        assertThat(apart()).isEmpty();
    }

    private static double[] apart(double... points) {
        return Spread.apart(points, 16, 26, 272);
    }
}
