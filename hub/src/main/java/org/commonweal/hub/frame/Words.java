package org.commonweal.hub.frame;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of the pages in all their languages, as ICU message patterns under {@code words/<room>[_<language>].properties}.
 *
 * <p>Example: {@code words.say(Locale.FRENCH, "web.home.open-campaigns", 3)}. A word that a language lacks is said in
 * English; a key that no language has is a bug and shows as the key.
 */
@Component
public class Words {
    /** The languages that readers can choose, each with its own name for itself, in the order of the switch. */
    public static final Map<String, String> LANGUAGES = languages();

    private static final String FALLBACK = "en";
    private final Map<String, Map<String, String>> patterns = new HashMap<>();
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    Words() throws IOException {
        LANGUAGES.keySet().forEach(language -> patterns.put(language, new HashMap<>()));
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*.properties"))
            read(file);
    }

    /** The closest language we have to the ones a reader asks for, in their order of preference. */
    public static Locale closest(List<Locale.LanguageRange> wanted) {
        String tag = Locale.lookupTag(wanted, LANGUAGES.keySet());
        return Locale.forLanguageTag(tag == null ? FALLBACK : tag);
    }

    public String say(Locale locale, String key, Object... arguments) {
        String language = patterns.containsKey(locale.getLanguage()) ? locale.getLanguage() : FALLBACK;
        String pattern = patterns.get(language).get(key);
        if (pattern == null) {
            language = FALLBACK;
            pattern = patterns.get(FALLBACK).getOrDefault(key, key);
        }
        boolean plain = arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
        String said = plain ? pattern : format(language, key, pattern).format(arguments);
        return isTurned(locale, language) ? "\u2066" + said + "\u2069" : said;
    }

    // English words on an Arabic page keep their direction, full stop and all (Unicode Standard Annex 9, LRI).
    private static boolean isTurned(Locale reader, String language) {
        return reader.getLanguage().equals("ar") && !language.equals("ar");
    }

    /** Whether any language has this key. */
    boolean knows(String key) {
        return patterns.get(FALLBACK).containsKey(key);
    }

    // MessageFormat is not thread-safe: each use takes a copy of the parsed pattern.
    private MessageFormat format(String language, String key, String pattern) {
        return (MessageFormat) parsed.computeIfAbsent(
                        language + '/' + key, unused -> new MessageFormat(pattern, Locale.forLanguageTag(language)))
                .clone();
    }

    private void read(Resource file) throws IOException {
        String name = file.getFilename().replace(".properties", "");
        int underscore = name.lastIndexOf('_');
        String language = underscore < 0 ? FALLBACK : name.substring(underscore + 1);
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, value) -> patterns.get(language).put((String) key, (String) value));
    }

    private static Map<String, String> languages() {
        Map<String, String> names = new java.util.LinkedHashMap<>();
        names.put("en", "English");
        names.put("fr", "Français");
        names.put("es", "Español");
        names.put("ar", "العربية");
        return java.util.Collections.unmodifiableMap(names);
    }
}
