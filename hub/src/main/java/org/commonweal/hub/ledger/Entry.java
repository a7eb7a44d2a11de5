package org.commonweal.hub.ledger;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.hub.frame.ThingRef;

/**
 * What is to stand in the log of one version of one document.
 *
 * @param number in the order in which entries were written into the database, which they keep in the log
 * @param type what kind of document, such as {@code finding} or {@code tombstone}
 * @param sha256 of the document, in hexadecimal
 * @param at when it was published
 * @param leaf the bytes in the log
 */
record Entry(UUID id, long number, String type, UUID document, long version, String sha256, Instant at, byte[] leaf) {
    static final String TOMBSTONE = "tombstone";

    /** The thing it speaks of; a tombstone speaks of the finding that was withdrawn. */
    ThingRef thing() {
        return new ThingRef(isTombstone() ? "finding" : type, document);
    }

    boolean isTombstone() {
        return type.equals(TOMBSTONE);
    }
}
