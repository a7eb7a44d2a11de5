package org.commonweal.hub.directory.dsi4eu;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Town names written all in capitals, all in small letters or with a slip of the shift key. */
final class Capitals {
    private static final Pattern SLIPPED = Pattern.compile("\\p{Lu}{2}\\p{Ll}+");
    private static final Set<String> SMALL = Set.of(
            "am", "an", "de", "del", "della", "der", "di", "du", "en", "la", "le", "les", "sur", "under", "upon");

    private Capitals() {}

    static String of(String name) {
        boolean odd = name.equals(name.toUpperCase(Locale.ROOT))
                || name.equals(name.toLowerCase(Locale.ROOT))
                || SLIPPED.matcher(name).matches();
        return odd && name.length() > 3 ? written(name) : name;
    }

    private static String written(String name) {
        StringBuilder written = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("(?<=[ -])")) {
            boolean small = !written.isEmpty() && SMALL.contains(word.replaceAll("[ -]$", ""));
            written.append(small ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return written.toString();
    }
}
