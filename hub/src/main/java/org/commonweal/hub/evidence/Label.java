package org.commonweal.hub.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words of a form as a reader gets them.
 *
 * @param language the words' own, as BCP 47 code; "" where nobody knows
 */
record Label(String words, String language) {
    /**
     * In the reader's language where the document has it, else as the document says it to everybody.
     *
     * @param byLanguage null in documents that keep no more than {@code words}
     */
    static Label in(String reader, String words, @Nullable Map<String, String> byLanguage) {
        if (byLanguage == null) return new Label(words, "");
        String own = byLanguage.get(reader);
        if (own != null) return new Label(own, reader);
        return byLanguage.entrySet().stream()
                .filter(one -> one.getValue().equals(words))
                .findFirst()
                .map(one -> new Label(words, one.getKey()))
                .orElse(new Label(words, ""));
    }
}
