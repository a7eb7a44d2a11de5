package org.commonweal.hub.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * What stays of a withdrawn finding, as canonical JSON.
 *
 * @param version one more than the last that it withdraws
 * @param sha256 of that last version's document
 */
public record Tombstone(
        String format,
        String type,
        UUID id,
        int version,
        Instant withdrawn,
        String reason,
        int withdraws,
        String sha256) {
    static final String FORMAT = "commonweal-tombstone-1";
    static final String TYPE = "tombstone";
}
