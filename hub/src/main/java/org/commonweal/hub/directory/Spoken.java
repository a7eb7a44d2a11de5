package org.commonweal.hub.directory;

import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Text;

/** In which language words are shown, for screen readers and for the direction of letters. */
final class Spoken {
    /** What BCP 47 calls a language that nobody knows. */
    static final String UNKNOWN = "und";

    private Spoken() {}

    /** The language of {@code text.in(page.locale())}, "" when it is the page's own or nobody knows. */
    static String of(Text text, Page page) {
        String shown = shown(text, page.lang());
        return shown.equals(page.lang()) || shown.equals(UNKNOWN) ? "" : shown;
    }

    private static String shown(Text text, String wanted) {
        if (!text.byLanguage().getOrDefault(wanted, "").isEmpty()) return wanted;
        return text.byLanguage().getOrDefault("en", "").isEmpty() ? text.source() : "en";
    }
}
