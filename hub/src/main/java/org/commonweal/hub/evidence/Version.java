package org.commonweal.hub.evidence;

import java.time.Instant;
import java.util.HexFormat;

/** A version as it was published, bytes and all. */
record Version(int number, String type, byte[] bytes, Instant publishedAt) {
    boolean isTombstone() {
        return type.equals(Tombstone.TYPE);
    }

    Document document() {
        return Canonical.read(bytes, Document.class);
    }

    /** Lower-case hexadecimal. */
    String sha256() {
        return HexFormat.of().formatHex(Canonical.sha256(bytes));
    }
}
