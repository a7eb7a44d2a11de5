package org.commonweal.hub.evidence;

import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Listing;

/** The list of findings. */
public record FindingsView(Listing listing, List<Row> rows) {
    /** @param figure the number of everything with its interval, "" where that is withheld */
    public record Row(Finding finding, String figure, String interval, Phrase measured) {
        static Row of(Finding finding, Document document, Page page) {
            Reading reading = new Reading(document, page);
            return new Row(
                    finding,
                    document.findTotal().map(reading::valueWithUnit).orElse(""),
                    document.findTotal().map(reading::interval).orElse(""),
                    reading.measured());
        }
    }
}
