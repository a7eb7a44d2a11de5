package org.commonweal.hub.frame.drawing;

import java.util.List;

/** A line the size of a word, without axes: {@code Sparkline.draw(sheet, List.of(3.0, 4.5, 4.1))}. */
public final class Sparkline {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 32;

    private Sparkline() {}

    /** @param values evenly spaced in time, left to right; at least two */
    public static Drawing draw(Sheet sheet, List<Double> values) {
        if (values.size() < 2) throw new IllegalArgumentException("A line needs two values, got " + values.size());
        double least = values.stream().mapToDouble(v -> v).min().getAsDouble();
        double most = values.stream().mapToDouble(v -> v).max().getAsDouble();
        Scale height = new Scale(least, most > least ? most : least + 1, 1, HEIGHT - 4, 4);
        double[] points = new double[values.size() * 2];
        for (int i = 0; i < values.size(); i++) {
            points[i * 2] = 2 + i * (WIDTH - 8) / (values.size() - 1);
            points[i * 2 + 1] = height.at(values.get(i));
        }
        String svg = new Canvas(sheet, "spark", WIDTH, HEIGHT)
                .path("line one", points, false)
                .dot("dot one", points[points.length - 2], points[points.length - 1], 3, "")
                .finish();
        return new Drawing("<span class=\"chart-in-line\">" + svg + "</span>");
    }
}
