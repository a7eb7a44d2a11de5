package org.commonweal.hub.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An import that was done: when, of which files, and its outcome in lines. */
public record ImportRun(UUID id, Instant at, List<String> files, List<String> lines) {}
