package org.commonweal.hub.frame.drawing;

import java.util.ArrayList;
import java.util.List;

/** Maps values to pixels, with ticks at nice numbers. */
record Scale(double low, double high, double step, double from, double to) {
    /**
     * A scale whose ends are nice numbers around the values.
     *
     * @param wanted how many ticks there should be, about
     */
    static Scale around(double least, double most, int wanted, double from, double to) {
        if (!(most > least)) most = least + (least == 0 ? 1 : Math.abs(least));
        double step = nice((most - least) / Math.max(1, wanted - 1));
        return new Scale(Math.floor(least / step) * step, Math.ceil(most / step) * step, step, from, to);
    }

    /** 1, 2 or 5 times a power of ten, not below the raw step by much (Heckbert 1990). */
    static double nice(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double fraction = raw / power;
        return (fraction < 1.5 ? 1 : fraction < 3 ? 2 : fraction < 7 ? 5 : 10) * power;
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((high - low) / step);
        for (int i = 0; i <= count; i++) ticks.add(low + i * step);
        return ticks;
    }

    /** The decimals that tell two ticks apart. */
    int decimals() {
        return Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    }
}
