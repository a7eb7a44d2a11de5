package org.commonweal.hub.frame;

import java.util.Set;

/**
 * What an error page tells.
 *
 * @param stale whether a form came without the key that its page was given: cookies are off, or it was open for long
 * @param signedOut whether a reader whom the hub does not know was refused a page that it may show to somebody
 * @param message the broken rule in words, "" when the status says it all
 * @param number what the log calls a fault of ours, "" when it was none
 */
public record ErrorView(int status, boolean stale, boolean signedOut, String message, String number) {
    private static final Set<Integer> WORDED = Set.of(403, 404, 409, 410, 413, 429, 500, 503);

    /** The status under which the words are kept. */
    public int worded() {
        if (stale) return 419;
        if (signedOut) return 401;
        if (status == 401) return 403;
        return WORDED.contains(status) ? status : status < 500 ? 400 : 500;
    }

    public String drawing() {
        return status == 404 || status == 410 ? "nothing-found" : status == 503 ? "offline" : "error";
    }
}
