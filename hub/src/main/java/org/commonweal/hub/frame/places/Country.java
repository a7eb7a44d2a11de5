package org.commonweal.hub.frame.places;

import java.util.Locale;

/**
 * A country as ISO 3166-1 lists it.
 *
 * @param code two letters, such as {@code RS}
 * @param code3 three letters, such as {@code SRB}
 * @param numeric such as 688
 */
public record Country(String code, String code3, int numeric) {
    /** Its name in a reader's language: {@code Countries.get("RS").name(Locale.FRENCH)} is Serbie. */
    public String name(Locale reader) {
        return Locale.of("", code).getDisplayCountry(reader);
    }
}
