package org.commonweal.hub.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a finding was frozen and published, or withdrawn by a tombstone.
 *
 * @param type {@code finding}, or {@code tombstone} for a withdrawal
 * @param version 1, 2, … a correction is a new version
 * @param sha256 of the canonical document (RFC 8785), 32 bytes in lower-case hexadecimal
 */
public record FindingPublished(UUID id, String type, int version, String sha256, Instant at) {}
