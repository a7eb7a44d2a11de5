package org.commonweal.xlsform.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Words in one or several languages, as the author wrote them: markdown and {@code ${name}} references included.
 *
 * <pre>{@code
 * var label = Text.of(Map.of("English (en)", "Your village", "French (fr)", "Votre village"));
 * label.find("French (fr)");   // Optional[Votre village]
 * label.find("fr");            // Optional[Votre village]
 * }</pre>
 *
 * @param byLanguage language as named in the column header ({@code "French (fr)"}, or {@link Language#DEFAULT}) to words;
 *     never blank, in the order of the columns
 */
public record Text(SequencedMap<String, String> byLanguage) {

    /** No words in any language. */
    public static final Text NONE = new Text(new LinkedHashMap<>());

    public Text {
        byLanguage = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byLanguage));
    }

    /** Words by language name. */
    public static Text of(Map<String, String> byLanguage) {
        return new Text(new LinkedHashMap<>(byLanguage));
    }

    /** Words that no language was named for. */
    public static Text of(String words) {
        return words.isEmpty() ? NONE : of(Map.of(Language.DEFAULT, words));
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** The words in a language, given its name as in the header or its code; empty where they were not translated. */
    public Optional<String> find(String nameOrCode) {
        var exact = byLanguage.get(nameOrCode);
        if (exact != null) {
            return Optional.of(exact);
        }
        return byLanguage.entrySet().stream()
                .filter(e -> new Language(e.getKey()).answersTo(nameOrCode))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The words in the first of these languages that has any, else in any language, else the empty string. */
    public String best(String... namesOrCodes) {
        for (var language : namesOrCodes) {
            var words = find(language);
            if (words.isPresent()) {
                return words.get();
            }
        }
        return byLanguage.isEmpty() ? "" : byLanguage.firstEntry().getValue();
    }
}
