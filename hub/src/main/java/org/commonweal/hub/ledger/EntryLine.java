package org.commonweal.hub.ledger;

import java.time.Instant;

/**
 * One entry as a page shows it.
 *
 * @param title what it speaks of, "" when no room knows it any more
 * @param path where that stands, "" likewise
 */
public record EntryLine(long index, String type, long version, String sha256, Instant at, String title, String path) {
    /** The digest's beginning, enough to compare by eye. */
    public String shortDigest() {
        return sha256.substring(0, 16);
    }
}
