package org.commonweal.hub.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An entry and where it stands.
 *
 * @param log number of the newest log that has it, null while it waits
 * @param index in that log, null while it waits
 */
record PlacedEntry(
        Entry entry, @Nullable Integer log, @Nullable Long index) {
    boolean isPlaced() {
        return index != null;
    }
}
