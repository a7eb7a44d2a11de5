package org.commonweal.hub.directory;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody typed into a search box, word by word: each has to begin a word of what is found.
 * {@code directory.asked} folds a word as {@code directory.plain} folds a text, so that accents, Arabic vowel signs and
 * capital letters make no difference.
 *
 * <p>Example: {@code SearchWords.of("Écoles, 2026")} is [Écoles, 2026], and {@code words @@ directory.asked(:word)} holds
 * of «ecoles» too.
 */
public final class SearchWords {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 40;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SearchWords() {}

    /** At most eight of at most forty characters each; empty when no word was typed. */
    public static List<String> of(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word.substring(0, Math.min(LONGEST_WORD, word.length())))
                .toList();
    }
}
