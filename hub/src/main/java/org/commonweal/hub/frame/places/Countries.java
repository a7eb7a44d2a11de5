package org.commonweal.hub.frame.places;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.Region;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All countries.
 *
 * <p>Example: {@code Countries.find("XK")} is Kosovo, {@code Countries.findNamed("Allemagne")} is Germany, and {@code
 * Countries.list(page.locale())} fills a select in the reader's order.
 */
public final class Countries {
    private static final Map<String, Country> BY_CODE = new LinkedHashMap<>();
    private static final Map<String, Country> BY_NAME = new LinkedHashMap<>();
    private static final List<Locale> NAMED_IN =
            List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("es"), Locale.of("ar"));

    /** Names met in other people's files that CLDR does not give in English. */
    private static final Map<String, String> ALSO = Map.of(
            "uk",
            "GB",
            "great britain",
            "GB",
            "england",
            "GB",
            "scotland",
            "GB",
            "usa",
            "US",
            "czech republic",
            "CZ",
            "the netherlands",
            "NL",
            "turkey",
            "TR",
            "macedonia",
            "MK",
            "republic of moldova",
            "MD");

    static {
        // ISO leaves XK free for users; CLDR, the European Commission and the World Bank give it to Kosovo.
        Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
                .sorted()
                .forEach(code -> BY_CODE.put(code, country(code)));
        for (Country country : BY_CODE.values()) {
            for (Locale language : NAMED_IN) BY_NAME.put(key(country.name(language)), country);
            BY_NAME.put(key(country.code()), country);
            BY_NAME.put(key(country.code3()), country);
        }
        ALSO.forEach((name, code) -> BY_NAME.put(name, BY_CODE.get(code)));
    }

    private Countries() {}

    /** @param code two letters, in any case */
    public static Optional<Country> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code.toUpperCase(Locale.ROOT)));
    }

    /** @throws IllegalArgumentException when no country has these two letters */
    public static Country get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No country has the code " + code));
    }

    /** A country by its name in any of the hub's languages, or by its two or three letters. */
    public static Optional<Country> findNamed(String name) {
        return Optional.ofNullable(BY_NAME.get(key(name)));
    }

    /** All countries in the alphabetical order of a reader's language. */
    public static List<Country> list(Locale reader) {
        Collator order = Collator.getInstance(reader);
        return BY_CODE.values().stream()
                .sorted(Comparator.comparing(country -> country.name(reader), order))
                .toList();
    }

    static Stream<Country> all() {
        return BY_CODE.values().stream();
    }

    private static Country country(String code) {
        String code3 = code.equals("XK") ? "XKX" : Locale.of("", code).getISO3Country();
        return new Country(code, code3, Region.getInstance(code).getNumericCode());
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
