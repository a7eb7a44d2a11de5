package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLineTest {
    @Test
    void leavesOthersAsTheyAre() {
        double[] square = {10, 0, 20, 0, 20, 10, 10, 10};
        assertThat(DateLine.cut(square)).containsExactly(square);
    }

    @Test
    void cutsASquareInTwoThatGoRoundTheSameWay() {
        assertThat(DateLine.cut(new double[] {170, 0, 190, 0, 190, 10, 170, 10}).stream()
                        .map(Arrays::toString))
                .containsExactly(
                        "[170.0, 0.0, 180.0, 0.0, 180.0, 10.0, 170.0, 10.0]",
                        "[-180.0, 0.0, -170.0, 0.0, -170.0, 10.0, -180.0, 10.0]");
    }

    /** Taveuni in Fiji lies on the line, Chukotka and the Chatham Islands' sea do. */
    @ParameterizedTest
    @CsvSource({"-16.8, 179.99", "-16.8, -179.99", "66.5, 179.9", "-44, -179.9"})
    void keepsTheAreaOfCellsOnTheLine(double latitude, double longitude) {
        for (int resolution = 0; resolution <= Areas.FINEST; resolution++) {
            double[] ring = Hexes.ring(Hexes.at(latitude, longitude, resolution));
            List<double[]> parts = DateLine.cut(ring);
            assertThat(parts.stream().mapToDouble(DateLineTest::area).sum()).isCloseTo(area(ring), within(1e-9));
            for (double[] part : parts) {
                assertThat(area(part)).as("against the clock").isPositive();
                for (int i = 0; i < part.length; i += 2) assertThat(part[i]).isBetween(-180.0, 180.0);
            }
        }
    }

    private static double area(double[] ring) {
        double twice = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            twice += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
        }
        return twice / 2;
    }
}
