package org.commonweal.hub.frame.drawing;

import java.util.List;
import java.util.stream.DoubleStream;
import org.commonweal.hub.frame.drawing.Canvas.Anchor;

/**
 * What bars and dots share: one row for each value, its label beside it (above it where the picture is narrow), an axis
 * at the foot, the value said where its mark or interval ends.
 */
final class Rows {
    private static final double FOOT = 30;

    private final Sheet sheet;
    private final List<Bar> bars;
    private final boolean fromZero;
    private final boolean narrow;
    private final Canvas canvas;
    private final Scale scale;
    private final double pitch;
    private final double height;
    private final double start;

    Rows(Sheet sheet, List<Bar> bars, boolean fromZero, boolean narrow) {
        this.sheet = sheet;
        this.bars = bars;
        this.fromZero = fromZero;
        this.narrow = narrow;
        double width = narrow ? 340 : 640;
        pitch = narrow ? 46 : 32;
        height = bars.size() * pitch + FOOT;
        canvas = new Canvas(sheet, narrow ? "narrow" : "wide", width, height, sheet.rightToLeft());
        double label = bars.stream()
                .mapToDouble(bar -> Canvas.widthOf(bar.label()))
                .max()
                .orElse(0);
        start = narrow ? 2 : Math.min(220, label + 12);
        double least = ends().min().orElse(0);
        double most = ends().max().orElse(1);
        boolean zero = fromZero || (least >= 0 && least < 0.5 * most);
        double room = 22 + Math.max(Canvas.widthOf(sheet.value(most)), Canvas.widthOf(sheet.unit()));
        scale = Scale.around(zero ? Math.min(0, least) : least, most, narrow ? 4 : 6, start, width - room);
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
            boolean edge = narrow && tick == scale.low();
            canvas.text(
                    "tick", x, foot + 18, edge ? Anchor.START : Anchor.MIDDLE, sheet.number(tick, scale.decimals()));
        }
        double last = Canvas.widthOf(sheet.number(scale.high(), scale.decimals()));
        if (!sheet.unit().isEmpty())
            canvas.text("unit", scale.to() + 8 + last / 2, foot + 18, Anchor.START, sheet.unit());
    }

    private void row(Bar bar, double top) {
        double middle = top + (narrow ? 31 : pitch / 2);
        if (narrow) canvas.text("label", 0, top + 15, Anchor.START, Canvas.fit(bar.label(), 338));
        else canvas.text("label", start - 10, middle + 4, Anchor.END, Canvas.fit(bar.label(), start - 8));
        if (!bar.told()) {
            canvas.text("withheld", scale.at(Math.max(0, scale.low())) + 6, middle + 4, Anchor.START, sheet.withheld());
            return;
        }
        double x = scale.at(bar.value());
        double end = x;
        if (fromZero) canvas.bar("bar", Math.min(x, scale.at(0)), middle - 8, Math.abs(x - scale.at(0)), 16);
        if (bar.hasInterval()) {
            end = Math.max(x, scale.at(bar.high()));
            interval(scale.at(bar.low()), scale.at(bar.high()), middle);
        }
        if (!fromZero) canvas.dot("dot one", x, middle, 5, "");
        canvas.text(
                "value",
                Math.max(end, scale.at(Math.max(0, scale.low()))) + 8,
                middle + 4,
                Anchor.START,
                sheet.value(bar.value()));
    }

    private void interval(double low, double high, double middle) {
        canvas.line("whisker", low, middle, high, middle);
        if (!fromZero) return;
        canvas.line("whisker", low, middle - 4, low, middle + 4);
        canvas.line("whisker", high, middle - 4, high, middle + 4);
    }

    private DoubleStream ends() {
        return bars.stream()
                .flatMapToDouble(bar -> DoubleStream.of(bar.value(), bar.low(), bar.high()))
                .filter(value -> !Double.isNaN(value));
    }
}
