package org.commonweal.hub.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.drawing.Bar;
import org.commonweal.hub.frame.drawing.BarChart;
import org.commonweal.hub.frame.drawing.DotPlot;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.drawing.LineChart;
import org.commonweal.hub.frame.drawing.Moment;
import org.commonweal.hub.frame.drawing.PlaceMap;
import org.commonweal.hub.frame.drawing.Series;
import org.commonweal.hub.frame.drawing.Sheet;
import org.commonweal.hub.frame.drawing.Sparkline;
import org.commonweal.hub.frame.look.Figure;
import org.commonweal.hub.frame.look.Tab;
import org.commonweal.hub.frame.places.Countries;

/** Sample pictures from a formula: they look like a year of dust and are about nowhere. */
public record StyleChartView(
        List<Tab> tabs,
        Drawing line,
        Drawing lines,
        Drawing bars,
        Drawing dots,
        Drawing spark,
        Drawing country,
        Drawing world,
        Figure figure) {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

    static StyleChartView of(Page page) {
        Sheet sheet = sheet(page, "µg/m³");
        return new StyleChartView(
                StyleView.tabs(page, "/style/charts"),
                LineChart.draw(sheet, List.of(year("", 0))),
                LineChart.draw(
                        sheet,
                        IntStream.range(1, 5)
                                .mapToObj(i -> year(name(page, i), i))
                                .toList()),
                BarChart.draw(sheet(page, "%"), bars(page)),
                DotPlot.draw(sheet, bars(page)),
                Sparkline.draw(sheet, List.of(3.0, 4.0, 3.5, 6.0, 5.0, 7.5)),
                country(sheet(page, "")),
                PlaceMap.world().dot(36.8, -1.3, "").dot(20.5, 44.8, "").draw(sheet(page, "")),
                new Figure(
                        "/style/charts",
                        "",
                        page.number(23.4, 1),
                        "µg/m³",
                        page.t("web.style.interval", 21.2, 25.6),
                        page.t("web.style.sentence"),
                        "",
                        LineChart.drawSmall(sheet, List.of(year("", 0))),
                        StyleView.of(page).known()));
    }

    private static Sheet sheet(Page page, String unit) {
        return new Sheet(page.locale(), page.t("web.style.sentence"), "", unit, page.t("frame.chart.withheld"));
    }

    private static String name(Page page, int n) {
        return page.t("web.style.sensor", n);
    }

    private static Series year(String name, int seed) {
        return new Series(
                name,
                IntStream.range(0, 13)
                        .mapToObj(i -> {
                            double value = 14 + 9 * Math.cos(i / 2.0 + seed * 0.3) + seed * 2.5;
                            return seed == 0 && i == 7
                                    ? Moment.of(FIRST.plusMonths(i), Double.NaN)
                                    : new Moment(FIRST.plusMonths(i), value, value - 2, value + 2.5);
                        })
                        .toList());
    }

    private static List<Bar> bars(Page page) {
        return Stream.concat(
                        IntStream.range(1, 6)
                                .mapToObj(i -> new Bar(name(page, i), 48 - i * 6.5, 44 - i * 6.5, 53 - i * 6.5)),
                        Stream.of(Bar.of(page.t("web.style.place"), Double.NaN)))
                .toList();
    }

    private static Drawing country(Sheet sheet) {
        PlaceMap map = PlaceMap.of(Countries.get("XK"));
        for (int i = 0; i < 5; i++) map.cell(hexagon(20.6 + i * 0.2, 42.6 + (i % 2) * 0.12), (i + 1) / 5.0, "");
        return map.dot(21.16, 42.66, "").draw(sheet);
    }

    private static double[] hexagon(double longitude, double latitude) {
        double[] ring = new double[12];
        for (int i = 0; i < 6; i++) {
            ring[i * 2] = longitude + 0.115 * Math.cos(Math.PI / 3 * i);
            ring[i * 2 + 1] = latitude + 0.085 * Math.sin(Math.PI / 3 * i);
        }
        return ring;
    }
}
