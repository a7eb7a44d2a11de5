package org.commonweal.hub.frame.drawing;

import java.util.List;

/**
 * Dots on the lines of their intervals: for means and other values whose distance from zero says little.
 *
 * <p>Example: {@code DotPlot.draw(sheet, List.of(new Bar("Sensor 1", 23.4, 21.2, 25.6)))}.
 */
public final class DotPlot {
    private DotPlot() {}

    public static Drawing draw(Sheet sheet, List<Bar> dots) {
        return new Drawing("<div class=\"chart\">" + new Rows(sheet, dots, false, false).picture()
                + new Rows(sheet, dots, false, true).picture() + "</div>");
    }
}
