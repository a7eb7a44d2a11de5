package org.commonweal.hub.frame.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where bars say their values. */
class RowsTest {
    private static final Pattern VALUE = Pattern.compile("class=\"value\" x=\"([0-9.]+)\"");
    private static final Pattern WHISKER = Pattern.compile("class=\"whisker\" d=\"M[0-9.]+ [0-9.]+L([0-9.]+) ");

    @Test
    void valuesStandInOneColumnThatNoWhiskerReaches() {
        String picture = draw("en");
        List<Double> values = found(VALUE, picture);
        // Each twice: in the wide picture and in the narrow one.
        assertThat(values).hasSize(4).containsExactly(636.0, 636.0, 336.0, 336.0);
        String wide = picture.substring(0, picture.indexOf("</svg>"));
        double widest = Canvas.widthOf("41.5");
        assertThat(found(WHISKER, wide)).isNotEmpty().allSatisfy(end -> assertThat(end)
                .isLessThan(636 - widest));
    }

    /** As time does in the chart beside it, and as numerals are read. */
    @Test
    void numbersRunFromLeftToRightInEveryLanguage() {
        assertThat(draw("ar")).isEqualTo(draw("en"));
        assertThat(found(
                        Pattern.compile("class=\"tick\" x=\"([0-9.]+)\""),
                        draw("ar").split("</svg>")[0]))
                .isSorted();
    }

    private static String draw(String language) {
        Sheet sheet = new Sheet(Locale.of(language), "Taps", "", "%", "withheld");
        return BarChart.draw(sheet, List.of(new Bar("North", 41.5, 35, 70), new Bar("South", 20, 5, 50)))
                .svg();
    }

    private static List<Double> found(Pattern pattern, String picture) {
        return pattern.matcher(picture)
                .results()
                .map(one -> Double.parseDouble(one.group(1)))
                .toList();
    }
}
