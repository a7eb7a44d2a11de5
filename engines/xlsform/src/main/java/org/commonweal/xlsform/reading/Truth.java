package org.commonweal.xlsform.reading;

import java.util.Locale;

/** Yes and no in the spellings that XLSForm takes. */
enum Truth {
    YES,
    NO,
    NEITHER;

    static Truth of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "true()" -> YES;
            case "no", "false", "false()", "" -> NO;
            default -> NEITHER;
        };
    }
}
