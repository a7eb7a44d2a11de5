package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void sortsNumbersInNamesAsNumbers() {
        assertThat(Stream.of(
                                "Sensor 10",
                                "Sensor 2",
                                "sensor",
                                "Sensor",
                                "Sensor 2b",
                                "",
                                "7",
                                "Sensor 02",
                                "99999999999999999999")
                        .sorted(new NaturalOrder()))
                .containsExactly(
                        "",
                        "7",
                        "99999999999999999999",
                        "Sensor",
                        "Sensor 02",
                        "Sensor 2",
                        "Sensor 2b",
                        "Sensor 10",
                        "sensor");
    }
}
