package org.commonweal.hub.frame.drawing;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * What every picture needs to be told beside its numbers.
 *
 * <p>Example: {@code new Sheet(page.locale(), page.t("…"), page.t("…"), "µg/m³", page.t("frame.chart.withheld"))}.
 *
 * @param title what the picture shows, for those who can't see it
 * @param description what is to be seen in it, in a sentence
 * @param unit of the values, "" for counts
 * @param decimals behind a value, negative where its size says it
 * @param withheld the word for a value that is not told
 */
public record Sheet(Locale locale, String title, String description, String unit, String withheld, int decimals) {
    /** Values are told by their size: three digits or so. */
    public Sheet(Locale locale, String title, String description, String unit, String withheld) {
        this(locale, title, description, unit, withheld, -1);
    }

    /** The same with so many decimals behind each value, as the page beside the picture tells them. */
    public Sheet telling(int digits) {
        return new Sheet(locale, title, description, unit, withheld, digits);
    }

    /** The same with another sentence on what is to be seen. */
    public Sheet adding(String sentence) {
        return new Sheet(locale, title, (description + " " + sentence).strip(), unit, withheld, decimals);
    }

    String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(decimals);
        return format.format(value);
    }

    /** A value with the three or so digits that a reader can use. */
    String value(double value) {
        double size = Math.abs(value);
        if (decimals >= 0) return number(value, decimals);
        return number(value, size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2);
    }
}
