package org.commonweal.hub.evidence;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;

/** What stands where a withdrawn finding stood. */
public record TombstoneView(
        String reason, Instant at, String organisation, String documentPath, String digest, List<Content> panels) {}
