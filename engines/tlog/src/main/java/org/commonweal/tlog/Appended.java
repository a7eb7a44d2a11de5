package org.commonweal.tlog;

import org.commonweal.tlog.note.SignedCheckpoint;

/**
 * An entry that is in the log for good.
 *
 * @param index of the entry, from 0
 * @param checkpoint durable and published, covers the entry
 */
public record Appended(long index, SignedCheckpoint checkpoint) {}
