package org.commonweal.hub.frame;

import java.util.List;
import java.util.Set;

/**
 * What an error page tells.
 *
 * @param stale whether a form came without the key that its page was given: cookies are off, or it was open for long
 * @param known whether the hub knows who reads
 * @param sent whether a form was sent, and not a page asked for
 * @param message the broken rule in words, "" when the status says it all
 * @param number what the log calls a fault of ours, "" when it was none
 * @param typed what was typed into a form that was not taken, as far as it can be given back
 * @param page the path to come back to: the one asked for, or of the page whose form was sent; "" when nobody knows
 */
public record ErrorView(
        int status,
        boolean stale,
        boolean known,
        boolean sent,
        String message,
        String number,
        List<Typed> typed,
        String page) {
    private static final Set<Integer> WORDED = Set.of(403, 404, 409, 410, 413, 429, 500, 503);

    /** Whether a reader whom the hub does not know was refused what it may grant to somebody. */
    public boolean signedOut() {
        return !stale && !known && status == 403;
    }

    /** Whether the address may be one that is shown to its owners alone, such as a draft's, to a reader not known yet. */
    public boolean mayBeHidden() {
        return !known && status == 404;
    }

    /** Whether what was typed is lost unless this page gives it back. */
    public boolean givesBack() {
        boolean lost = stale || signedOut() || mayBeHidden() || status >= 500 || (status == 409 && message.isEmpty());
        return lost && !typed.isEmpty();
    }

    /** The status under which the words are kept. */
    public int worded() {
        if (stale) return 419;
        if (signedOut()) return sent ? 440 : 401;
        if (status == 401) return 403;
        return WORDED.contains(status) ? status : status < 500 ? 400 : 500;
    }

    public String drawing() {
        return status == 404 || status == 410 ? "nothing-found" : status == 503 ? "offline" : "error";
    }
}
