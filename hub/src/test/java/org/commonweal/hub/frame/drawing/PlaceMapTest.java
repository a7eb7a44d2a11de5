package org.commonweal.hub.frame.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonweal.hub.frame.places.Box;
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

    /** 640 pixels wide. Of 60 a cell has room on a phone too, of 20 elsewhere only, of 4 beside itself or nowhere. */
    @Test
    void aMarkStandsInItsCellElseBesideItElseNowhere() {
        PlaceMap map = PlaceMap.of(new Box(0, 0, 6.4, 4)).cell(square(0.5, 3, 0.6), 1, "", "1");
        hemmedIn(map, square(2.5, 3, 0.2), "2", 0.2);
        map.cell(square(4.5, 3, 0.04), 1, "", "3");
        hemmedIn(map, square(2.5, 1, 0.04), "4", 0.1);
        String drawn = map.draw(sheet(Locale.ENGLISH)).svg();
        assertThat(marks(drawn)).containsOnlyKeys("cell-number 1", "cell-number roomy 2", "cell-number 3");
        assertThat(marks(drawn).get("cell-number 1")).isEqualTo(80, within(2.0));
        assertThat(marks(drawn).get("cell-number roomy 2")).isEqualTo(260, within(2.0));
        assertThat(marks(drawn).get("cell-number 3")).as("right of its cell").isGreaterThan(456);
    }

    /** With neighbours on all four sides that have no marks. */
    private static void hemmedIn(PlaceMap map, double[] ring, String mark, double degrees) {
        map.cell(ring, 1, "", mark);
        double size = ring[2] - ring[0];
        map.cell(square(ring[0] + size, ring[1], degrees), 1, "", "");
        map.cell(square(ring[0] - degrees, ring[1], degrees), 1, "", "");
        map.cell(square(ring[0], ring[1] + size, degrees), 1, "", "");
        map.cell(square(ring[0], ring[1] - degrees, degrees), 1, "", "");
    }

    private static double[] square(double west, double south, double degrees) {
        return new double[] {west, south, west + degrees, south, west + degrees, south + degrees, west, south + degrees
        };
    }

    /** Kind and words of each, and where it stands in pixels from the left. */
    private static Map<String, Double> marks(String drawn) {
        Map<String, Double> marks = new TreeMap<>();
        Pattern.compile("<text class=\"(cell-number[^\"]*)\" x=\"([0-9.]+)\"[^>]*>([^<]+)<")
                .matcher(drawn)
                .results()
                .forEach(mark -> marks.put(mark.group(1) + " " + mark.group(3), Double.valueOf(mark.group(2))));
        return marks;
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
