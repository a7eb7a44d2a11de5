package org.commonweal.hub.evidence;

import java.time.Instant;

/**
 * A version as it was published, bytes and all.
 *
 * @param sha256 of the bytes, in lower-case hexadecimal; the database holds that it fits them
 */
record Version(int number, String type, byte[] bytes, String sha256, Instant publishedAt) {
    boolean isTombstone() {
        return type.equals(Tombstone.TYPE);
    }

    Document document() {
        return Canonical.read(bytes, Document.class);
    }
}
