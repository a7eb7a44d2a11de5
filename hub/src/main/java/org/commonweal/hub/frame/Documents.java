package org.commonweal.hub.frame;

import java.util.Optional;
import java.util.UUID;

/**
 * The published documents of a room, byte for byte as their digest was taken; a room whose documents stand in the public
 * log implements it as a bean.
 *
 * <p>Example: evidence gives the canonical JSON (RFC 8785) of {@code find("finding", id, 2)}.
 */
public interface Documents {
    /**
     * @param type as it stands in the log, such as {@code finding} or {@code tombstone}
     * @return the document, empty when this room has none of that kind or it was withdrawn
     */
    Optional<byte[]> find(String type, UUID id, long version);
}
