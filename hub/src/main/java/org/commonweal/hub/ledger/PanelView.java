package org.commonweal.hub.ledger;

import java.time.Instant;
import java.util.List;

/** What a finding's page shows of the log, newest version first. */
public record PanelView(List<Line> lines) {
    /**
     * One version of the finding, or its tombstone.
     *
     * @param entry address of the entry's page, "" while it waits
     * @param proof address of the proof file, "" when there is none to give
     */
    public record Line(String type, long version, Instant at, boolean placed, String entry, long index, String proof) {}
}
