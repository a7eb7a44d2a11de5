package org.commonweal.hub.directory;

import java.util.List;

/** The imports so far, the newest first. */
public record ImportsView(List<ImportRun> runs) {}
