package org.commonweal.hub.ledger;

import java.util.List;

/**
 * The log that is written, and the ones before it.
 *
 * @param checkpoint as it is served, "" while there is none
 * @param waiting published and not in the log yet
 */
public record LogView(
        Head head,
        long size,
        String root,
        String checkpoint,
        long waiting,
        boolean held,
        List<EntryLine> newest,
        List<Earlier> earlier) {

    /** What the log is called and signed with; reason is a message key's end. */
    public record Head(
            int number, String origin, String key, boolean local, boolean demonstration, String reason, String words) {
        static Head of(LogRow row) {
            return new Head(
                    row.number(),
                    row.origin(),
                    row.findKey().orElse(""),
                    row.local(),
                    row.demonstration(),
                    row.reason(),
                    row.words());
        }
    }

    /** A log that ended; size is 0 when its files are gone. */
    public record Earlier(Head head, long size) {}
}
