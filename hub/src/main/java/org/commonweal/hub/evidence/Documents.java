package org.commonweal.hub.evidence;

import java.util.Optional;
import java.util.UUID;

/** The public bytes behind a {@link FindingPublished}, for the room that proves them. */
public interface Documents {
    /**
     * The document exactly as it was hashed. None when there is no such version, or the finding was withdrawn: then only
     * its tombstone is left.
     */
    Optional<byte[]> canonical(UUID id, int version);

    /** Whether there is such a document, without reading it. */
    boolean has(UUID id, int version);
}
