package org.commonweal.xlsform.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names that can be XML elements and XPath steps (Namespaces in XML 1.0, section 3, production NCName). */
final class Names {

    /** The hub adds questions of its own under names that begin so. */
    static final String RESERVED_PREFIX = "commonweal_";

    /** Holds instanceID and instanceName in every submission. */
    private static final String META = "meta";

    private static final Pattern NC_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_.\\-]*");

    private Names() {}

    static boolean isValid(String name) {
        return NC_NAME.matcher(name).matches();
    }

    static boolean isReserved(String name) {
        return name.equals(META) || name.startsWith(RESERVED_PREFIX);
    }

    /** A valid name like this one. */
    static String suggest(String name) {
        var clean = name.strip().replaceAll("[^\\p{L}\\p{M}\\p{Nd}_.\\-]+", "_");
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
