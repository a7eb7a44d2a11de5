package org.commonweal.hub.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One log of this hub. The one with the highest number is written; the others ended when it began.
 *
 * @param local named before the hub had a public address
 * @param afterEntry number of the last entry that is left out of it
 * @param reason why it began: first, address, demonstration, asked
 * @param words an administrator's own, for the reason «asked»
 * @param key verifier key line, null until the files are there
 * @param checkpoint the newest one this database has seen
 * @param told what an administrator should know of its state
 * @param known a checkpoint from outside, given and not compared yet
 */
record LogRow(
        int number,
        String origin,
        boolean local,
        boolean demonstration,
        long afterEntry,
        String reason,
        String words,
        Instant beganAt,
        @Nullable String key,
        @Nullable String checkpoint,
        Signing state,
        String told,
        @Nullable String known) {

    Optional<String> findKey() {
        return Optional.ofNullable(key);
    }

    Optional<String> findCheckpoint() {
        return Optional.ofNullable(checkpoint);
    }
}
