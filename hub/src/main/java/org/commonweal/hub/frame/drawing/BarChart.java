package org.commonweal.hub.frame.drawing;

import java.util.List;

/**
 * Lying bars from zero with the whiskers of their intervals: for counts, shares and amounts.
 *
 * <p>Example: {@code BarChart.draw(sheet, List.of(new Bar("North", 41, 35, 47), Bar.of("South", Double.NaN)))}.
 */
public final class BarChart {
    private BarChart() {}

    public static Drawing draw(Sheet sheet, List<Bar> bars) {
        return new Drawing("<div class=\"chart\">" + new Rows(sheet, bars, true, Rows.Size.WIDE).picture()
                + new Rows(sheet, bars, true, Rows.Size.NARROW).picture() + "</div>");
    }
}
