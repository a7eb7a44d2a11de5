package org.commonweal.hub.frame.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.commonweal.hub.frame.places.Countries;
import org.junit.jupiter.api.Test;

class PlaceMapTest {
    @Test
    void lightsTheCountryAndNamesItsNeighboursInTheReadersLanguage() {
        String english = serbia(Locale.ENGLISH);
        assertThat(english).contains("class=\"land here\"", ">Romania</text>", ">Croatia</text>");
        assertThat(english).doesNotContain(">Serbia</text>", ">Spain</text>");
        assertThat(serbia(Locale.FRENCH)).contains(">Roumanie</text>");
        assertThat(serbia(Locale.ENGLISH)).as("drawn from what is kept").isEqualTo(english);
    }

    @Test
    void aDotOutsideTheCountryWidensTheMap() {
        String drawn = PlaceMap.of(Countries.get("RS"))
                .dot(2.35, 48.86, "Paris")
                .draw(sheet(Locale.ENGLISH))
                .svg();
        var dot = Pattern.compile("<circle class=\"place\" cx=\"([0-9.]+)\" cy=\"([0-9.]+)\"")
                .matcher(drawn);
        assertThat(dot.find()).isTrue();
        assertThat(Double.parseDouble(dot.group(1))).isBetween(0.0, PlaceMap.WIDTH);
        assertThat(drawn).contains(">Italy</text>").isNotEqualTo(serbia(Locale.ENGLISH));
    }

    @Test
    void whatPeopleWroteStaysText() {
        String drawn = PlaceMap.world()
                .dot(20, 44, "<script>alert(1)</script>")
                .draw(sheet(Locale.ENGLISH))
                .svg();
        assertThat(drawn).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private static String serbia(Locale reader) {
        return PlaceMap.of(Countries.get("RS"))
                .dot(20.46, 44.82, "Belgrade")
                .draw(sheet(reader))
                .svg();
    }

    private static Sheet sheet(Locale reader) {
        return new Sheet(reader, "A map", "", "", "withheld");
    }
}
