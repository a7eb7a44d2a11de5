package org.commonweal.hub.frame.drawing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.commonweal.hub.frame.drawing.Canvas.Anchor;

/**
 * What bars and dots share: one row for each value, its label beside it (above it where the picture is narrow), an axis
 * at the foot, the values in a column where the line ends.
 */
final class Rows {
    private static final double FOOT = 30;
    private static final double EDGE = 4;
    private static final double GAP = 12;

    private final Sheet sheet;
    private final List<Bar> bars;
    private final boolean fromZero;
    private final Size size;
    private final Canvas canvas;
    private final Scale scale;
    private final double pitch;
    private final double height;
    private final double start;

    /** Where a row's label stands, and how wide the picture is. */
    enum Size {
        /** Beside the row. */
        WIDE(640, 32, 6),
        /** Above it. */
        NARROW(340, 46, 4),
        /** Nowhere: one row, which the card around it names. */
        SMALL(260, 72, 4);

        private final double width;
        private final double pitch;
        private final int ticks;

        Size(double width, double pitch, int ticks) {
            this.width = width;
            this.pitch = pitch;
            this.ticks = ticks;
        }
    }

    Rows(Sheet sheet, List<Bar> bars, boolean fromZero, Size size) {
        this(sheet, bars, fromZero, size, Double.NaN);
    }

    /** @param end of the axis at least, such as 100 for percent; not a number where the values say it */
    Rows(Sheet sheet, List<Bar> bars, boolean fromZero, Size size, double end) {
        this.sheet = sheet;
        this.bars = bars;
        this.fromZero = fromZero;
        this.size = size;
        pitch = size.pitch;
        height = bars.size() * pitch + FOOT;
        canvas = new Canvas(sheet, size == Size.WIDE ? "wide" : "narrow", size.width, height);
        double label = bars.stream()
                .mapToDouble(bar -> Canvas.widthOf(bar.label()))
                .max()
                .orElse(0);
        start = size == Size.WIDE ? Math.min(240, label + EDGE + GAP) : EDGE;
        double least = ends().min().orElse(0);
        double most = Math.max(ends().max().orElse(1), Double.isNaN(end) ? Double.NEGATIVE_INFINITY : end);
        boolean zero = fromZero || size == Size.SMALL && least >= 0 || (least >= 0 && least < 0.5 * most);
        double values = size == Size.SMALL ? 0 : Canvas.widthOf(widest());
        double room = 22 + Math.max(values, Canvas.widthOf(sheet.unit()));
        scale = Scale.around(zero ? Math.min(0, least) : least, most, size.ticks, start, size.width - room);
    }

    String picture() {
        axis();
        for (int i = 0; i < bars.size(); i++) row(bars.get(i), i * pitch);
        return canvas.finish();
    }

    private void axis() {
        double foot = height - FOOT;
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            canvas.line(tick == 0 ? "zero" : "grid", x, 0, x, foot + 4);
            boolean edge = size != Size.WIDE && tick == scale.low();
            canvas.text(
                    "tick", x, foot + 18, edge ? Anchor.START : Anchor.MIDDLE, sheet.number(tick, scale.decimals()));
        }
        double last = Canvas.widthOf(sheet.number(scale.high(), scale.decimals()));
        if (!sheet.unit().isEmpty())
            canvas.text("unit", scale.to() + 8 + last / 2, foot + 18, Anchor.START, sheet.unit());
    }

    private void row(Bar bar, double top) {
        double middle = top + (size == Size.NARROW ? 31 : pitch / 2);
        if (size == Size.NARROW)
            canvas.text("label", EDGE, top + 15, Anchor.START, Canvas.fit(bar.label(), size.width - 2 * EDGE));
        if (size == Size.WIDE)
            canvas.text("label", start - GAP, middle + 4, Anchor.END, Canvas.fit(bar.label(), start - EDGE - GAP));
        if (!bar.told()) {
            canvas.text("withheld", scale.at(Math.max(0, scale.low())) + 6, middle + 4, Anchor.START, sheet.withheld());
            return;
        }
        double x = scale.at(bar.value());
        if (fromZero) canvas.bar("bar", Math.min(x, scale.at(0)), middle - 8, Math.abs(x - scale.at(0)), 16);
        if (bar.hasInterval()) interval(scale.at(bar.low()), scale.at(bar.high()), middle);
        if (!fromZero) canvas.dot("dot one", x, middle, 5, "");
        // In a column of their own: at a whisker's end a value would be read as the whisker's.
        if (size != Size.SMALL)
            canvas.text("value", size.width - EDGE, middle + 4, Anchor.END, sheet.value(bar.value()));
    }

    private void interval(double low, double high, double middle) {
        canvas.line("whisker", low, middle, high, middle);
        if (!fromZero) return;
        canvas.line("whisker", low, middle - 4, low, middle + 4);
        canvas.line("whisker", high, middle - 4, high, middle + 4);
    }

    private String widest() {
        return bars.stream()
                .filter(Bar::told)
                .map(bar -> sheet.value(bar.value()))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private DoubleStream ends() {
        return bars.stream()
                .flatMapToDouble(bar -> DoubleStream.of(bar.value(), bar.low(), bar.high()))
                .filter(value -> !Double.isNaN(value));
    }
}
