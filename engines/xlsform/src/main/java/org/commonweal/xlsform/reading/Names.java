package org.commonweal.xlsform.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names that can be XML elements and XPath steps (Namespaces in XML 1.0, section 3, production NCName).
 *
 * <p>Of the letters that XML allows, JavaRosa's XPath takes only those of alphabets with capitals: Latin, Greek, Cyrillic
 * and some more, but neither Arabic nor Chinese ones.
 */
final class Names {

    /** The hub adds questions of its own under names that begin so. */
    static final String RESERVED_PREFIX = "commonweal_";

    /** Holds instanceID and instanceName in every submission. */
    private static final String META = "meta";

    private static final String LETTERS = "_[\\p{Lu}\\p{Ll}&&[\\x{0}-\\x{FFFF}]]";
    private static final Pattern NC_NAME = Pattern.compile("[" + LETTERS + "][" + LETTERS + "0-9.\\-]*");

    private Names() {}

    static boolean isValid(String name) {
        return NC_NAME.matcher(name).matches();
    }

    static boolean isReserved(String name) {
        return name.equals(META) || name.startsWith(RESERVED_PREFIX);
    }

    /** A valid name like this one; {@code otherwise} where nothing of it can stay. */
    static String suggest(String name, String otherwise) {
        var clean = name.replaceAll("[^" + LETTERS + "0-9.\\-]+", "_");
        if (clean.matches("[_.\\-]*")) {
            return otherwise;
        }
        return isValid(clean) ? clean : "_" + clean;
    }

    /** An identifier made of a title or file name: lower-case words joined by underscores; «form» when none is left. */
    static String identifier(String title) {
        var words = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
                .replaceAll("^_+|_+$", "");
        return words.isEmpty() ? "form" : words;
    }
}
