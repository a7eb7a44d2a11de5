package org.commonweal.hub.directory;

import java.util.Locale;
import org.commonweal.hub.frame.places.Countries;
import org.commonweal.hub.frame.places.Country;
import org.jspecify.annotations.Nullable;

/**
 * Where something is as far as we know: country, town, point; each may be missing.
 *
 * @param country ISO 3166-1 alpha-2, Kosovo XK, "" when unknown
 * @param place a town or region in words, "" when unknown
 */
public record Spot(String country, String place, @Nullable Point point) {
    public static final Spot UNKNOWN = new Spot("", "", null);

    /** The country's name in a reader's language, "" when unknown. */
    public String countryName(Locale reader) {
        return Countries.find(country).map(known -> known.name(reader)).orElse("");
    }

    /** Such as «Torino, Italy», "" when nothing is known. */
    public String in(Locale reader) {
        String name = countryName(reader);
        String comma = reader.getLanguage().equals("ar") ? "، " : ", ";
        return place.isEmpty() || name.isEmpty() ? place + name : place + comma + name;
    }

    @Nullable
    Country findCountry() {
        return Countries.find(country).orElse(null);
    }
}
