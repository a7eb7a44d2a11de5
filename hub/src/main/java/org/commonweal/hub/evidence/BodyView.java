package org.commonweal.hub.evidence;

import java.util.List;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.look.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What a finding says: the same in a preview and on its page.
 *
 * @param number of everything, "" where that is withheld
 * @param ramp least and most of the map's shades, empty where nothing is shaded
 * @param answers how many stand behind the number, "" where that is the number itself or withheld
 * @param place the country that it is about, "" for none
 * @param legend what thin and thick lines of the chart are, "" without thin ones
 * @param cautions what a reader must be told beside the numbers
 */
public record BodyView(
        String title,
        String language,
        Phrase measured,
        String number,
        String unit,
        String interval,
        String answers,
        String place,
        String span,
        @Nullable Drawing map,
        List<String> ramp,
        @Nullable Drawing chart,
        String legend,
        TableView table,
        String limitations,
        List<String> cautions,
        List<Fact> known) {

    static BodyView of(Document document, Reading reading, List<Fact> proof) {
        Pictures pictures = new Pictures(document, reading);
        return new BodyView(
                document.title(),
                document.language(),
                reading.measured(),
                document.findTotal().map(reading::value).orElse(""),
                document.statistic().name() == Statistic.COUNT ? "" : reading.unit(),
                document.findTotal().map(reading::interval).orElse(""),
                document.statistic().name() == Statistic.COUNT
                        ? ""
                        : document.findTotal().map(reading::answers).orElse(""),
                reading.country(),
                reading.span(),
                pictures.map(),
                pictures.ramp(),
                pictures.chart(),
                pictures.among() == 0 ? "" : reading.t("among", pictures.among()),
                TableView.of(document, reading),
                document.limitations(),
                Knowledge.cautions(document, reading),
                Knowledge.facts(document, reading, proof));
    }
}
