package org.commonweal.hub.frame;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words that people wrote, in one language or several: {@code {"fr": "Puits", "en": "Wells"}} with the language they
 * were first written in.
 *
 * <p>Example: {@code title.in(Locale.FRENCH)}. A reader whose language is missing gets English, else the first one.
 */
public record Text(String source, Map<String, String> byLanguage) {
    /** Words of which nobody said what language they are in. */
    public static final String UNKNOWN = "und";

    private static final JsonMapper JSON = JsonMapper.shared();

    public Text {
        byLanguage = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static Text of(String language, String words) {
        return new Text(language, Map.of(language, words));
    }

    public String in(Locale locale) {
        String own = byLanguage.get(locale.getLanguage());
        if (own != null && !own.isEmpty()) return own;
        String english = byLanguage.get("en");
        return english != null && !english.isEmpty() ? english : original();
    }

    /** The words by language, without those of an unknown one. */
    public Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>(byLanguage);
        known.remove(UNKNOWN);
        return known;
    }

    /** The words as they were first written. */
    public String original() {
        return byLanguage.getOrDefault(source, "");
    }

    public Text with(String language, String words) {
        Map<String, String> all = new LinkedHashMap<>(byLanguage);
        if (words.isBlank() && !language.equals(source)) all.remove(language);
        else all.put(language, words);
        return new Text(source, all);
    }

    public boolean isEmpty() {
        return original().isBlank();
    }

    /** As kept in a jsonb column: {@code {"source": "fr", "fr": "…"}}. */
    public String toJson() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("source", source);
        all.putAll(byLanguage);
        return JSON.writeValueAsString(all);
    }

    public static Text fromJson(String json) {
        Map<String, String> all = new LinkedHashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().stringValue()));
        String source = all.remove("source");
        return new Text(source == null ? "en" : source, all);
    }
}
