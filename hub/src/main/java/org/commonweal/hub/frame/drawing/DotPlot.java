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
        return draw(sheet, dots, Double.NaN);
    }

    /** @param end of the axis at least, such as 100 for percent; not a number where the values say it */
    public static Drawing draw(Sheet sheet, List<Bar> dots, double end) {
        return new Drawing("<div class=\"chart\">" + new Rows(sheet, dots, false, Rows.Size.WIDE, end).picture()
                + new Rows(sheet, dots, false, Rows.Size.NARROW, end).picture() + "</div>");
    }

    /**
     * One value alone, for a figure card that says it already: where it lies from zero, and how sure it is.
     *
     * @param end of the axis at least, such as 100 for percent; not a number where the value says it
     */
    public static Drawing drawSmall(Sheet sheet, Bar value, double end) {
        return new Drawing("<div class=\"chart small-chart\">"
                + new Rows(sheet, List.of(value), false, Rows.Size.SMALL, end).picture() + "</div>");
    }
}
