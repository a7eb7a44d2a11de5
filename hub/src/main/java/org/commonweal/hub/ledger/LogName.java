package org.commonweal.hub.ledger;

import java.util.Locale;
import java.util.Optional;
import org.commonweal.hub.frame.Ids;

/**
 * What a log is called. The name (C2SP: «origin») stands in every checkpoint and every key line, so it must be nobody
 * else's: the public address where there is one, else a name under {@code localhost} that ends in random characters.
 *
 * @param local whether it was made without a public address
 */
record LogName(String origin, boolean local, boolean demonstration) {
    private static final String HERE = "(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?(/.*)?";

    /** @param publicUrl such as {@code https://hub.example}, which gives {@code hub.example/log} */
    static LogName of(Optional<String> publicUrl, boolean demonstration) {
        Optional<String> address = publicUrl
                .map(url -> url.replaceFirst("^https?://", "").toLowerCase(Locale.ROOT))
                .filter(LogName::isPublic);
        String base = address.map(known -> known + "/log").orElseGet(() -> "localhost/log/" + Ids.tail(Ids.next()));
        return new LogName(demonstration ? base + "/demonstration" : base, address.isEmpty(), demonstration);
    }

    static boolean isPublic(String address) {
        return !address.matches(HERE);
    }

    /** The same for a log that follows one of that name. */
    LogName numbered(int number) {
        return new LogName(origin + "/" + number, local, demonstration);
    }
}
