package org.commonweal.hub.ledger;

/**
 * One entry with all that stands in the log of it.
 *
 * @param leaf the bytes in the log, which are text
 * @param proof address of the proof file, "" when the document was withdrawn
 */
public record EntryView(EntryLine line, String origin, long size, String document, String leaf, String proof) {}
