package org.commonweal.hub.launch.place;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who typed a word that there is not. */
public final class Nearest {
    private Nearest() {}

    /** « Did you mean X?» with a space in front, or nothing when no known word is near. */
    public static String ask(String typed, Collection<String> known) {
        return find(typed, known).map(word -> " Did you mean " + word + "?").orElse("");
    }

    private static Optional<String> find(String typed, Collection<String> known) {
        int most = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(typed, word) <= most)
                .min(Comparator.comparing(word -> distance(typed, word)));
    }

    /** Letters changed, added, taken away, or swapped with their neighbour (Damerau 1964). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
