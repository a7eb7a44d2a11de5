package org.commonweal.xlsform.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody who mistyped most likely meant. */
final class Nearest {

    // Longer words are no typing slips, and each is compared with every known word.
    private static final int MAX_LENGTH = 60;

    private Nearest() {}

    /** «Did you mean ‹x›?», or what else to do. */
    static String advice(String word, Collection<String> known, String otherwise) {
        return find(word, known).map(w -> "Did you mean ‹" + w + "›?").orElse(otherwise);
    }

    /** The nearest word within a third of the length, at least two letters. */
    static Optional<String> find(String word, Collection<String> known) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var lower = word.toLowerCase(Locale.ROOT);
        var allowed = Math.min(word.length() - 1, Math.max(2, word.length() / 3));
        return known.stream()
                .filter(k -> Math.abs(k.length() - word.length()) <= allowed)
                .map(k -> new Candidate(k, distance(lower, k.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance <= allowed)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    private record Candidate(String word, int distance) {}

    /** Insertions, deletions and replacements from one word to the other (Levenshtein 1966), in two rows. */
    static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        for (var j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var current = new int[to.length() + 1];
            current[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var replace = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
