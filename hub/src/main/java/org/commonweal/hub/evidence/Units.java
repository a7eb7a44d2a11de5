package org.commonweal.hub.evidence;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.MeasureUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Units as forms write them, in the reader's language by the names of CLDR.
 *
 * <p>Example: {@code Units.in("minutes", Locale.FRENCH)} is «minutes», in Arabic «دقيقة»; what CLDR does not know stays
 * as it was written. Letters of the International System stay too, save in Arabic, which has its own.
 */
final class Units {
    private static final List<Locale> WRITTEN =
            List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("es"), Locale.of("ar"));
    private static final List<String> KNOWN =
            List.of(("second minute hour day week month year millimeter centimeter meter kilometer square-meter"
                            + " square-kilometer hectare cubic-meter milliliter liter microgram milligram gram kilogram"
                            + " tonne celsius watt kilowatt kilowatt-hour pascal hectopascal meter-per-second"
                            + " kilometer-per-hour microgram-per-cubic-meter milligram-per-cubic-meter"
                            + " milligram-per-liter liter-per-second liter-per-minute liter-per-hour lux")
                    .split(" "));
    private static final Map<String, MeasureUnit> NAMES = new HashMap<>();
    private static final Map<String, MeasureUnit> LETTERS = new HashMap<>();

    static {
        for (String known : KNOWN) {
            MeasureUnit unit = MeasureUnit.forIdentifier(known);
            for (Locale locale : WRITTEN)
                for (int number : new int[] {1, 2, 17}) {
                    NAMES.putIfAbsent(bare(unit, locale, UnitWidth.FULL_NAME, number), unit);
                    LETTERS.putIfAbsent(bare(unit, locale, UnitWidth.SHORT, number), unit);
                }
        }
    }

    private Units() {}

    static String in(String written, Locale reader) {
        MeasureUnit named = NAMES.get(written.strip().toLowerCase(Locale.ROOT));
        if (named != null) return name(named, reader, MeasureFormat.FormatWidth.WIDE, UnitWidth.FULL_NAME);
        // The sign for a millionth has two code points; CLDR writes the Greek letter.
        MeasureUnit lettered = LETTERS.get(written.strip().replace('\u00b5', '\u03bc'));
        boolean own = reader.getLanguage().equals("ar");
        return lettered == null || !own
                ? written
                : name(lettered, reader, MeasureFormat.FormatWidth.SHORT, UnitWidth.SHORT);
    }

    // Units made of two, such as metres a second, have no name of their own.
    private static String name(MeasureUnit unit, Locale reader, MeasureFormat.FormatWidth alone, UnitWidth beside) {
        try {
            return MeasureFormat.getInstance(reader, alone).getUnitDisplayName(unit);
        } catch (IllegalArgumentException compound) {
            return bare(unit, reader, beside, 17);
        }
    }

    /** How the unit is written beside a number, without the number. */
    private static String bare(MeasureUnit unit, Locale locale, UnitWidth width, int number) {
        String told = NumberFormatter.withLocale(locale)
                .unit(unit)
                .unitWidth(width)
                .format(number)
                .toString()
                .replaceAll("[\\p{Nd}\u00a0\u202f]", "")
                .strip();
        return width == UnitWidth.FULL_NAME ? told.toLowerCase(Locale.ROOT) : told;
    }
}
