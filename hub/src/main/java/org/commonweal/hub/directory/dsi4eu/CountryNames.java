package org.commonweal.hub.directory.dsi4eu;

import java.util.Map;
import java.util.Optional;

/** Names of countries as older ISO lists write them, which the hub's own list does not know. */
final class CountryNames {
    private static final Map<String, String> CODES = Map.of(
            "russian federation", "RU",
            "korea republic of", "KR",
            "moldova republic of", "MD",
            "macedonia the former yugoslav republic of", "MK",
            "iran islamic republic of", "IR",
            "cote d ivoire", "CI",
            "reunion", "RE",
            "hong kong", "HK",
            "bosnia and herzegovina", "BA");

    private CountryNames() {}

    static Optional<String> find(String name) {
        return Optional.ofNullable(CODES.get(Scrub.plain(name)));
    }
}
