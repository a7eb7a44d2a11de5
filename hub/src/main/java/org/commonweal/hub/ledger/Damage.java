package org.commonweal.hub.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * That the files of a log contradict each other. To find that out all of them are read, so they rest before they are read
 * again, whoever wakes the keeper; another log does not.
 */
record Damage(int log, Instant found) {
    private static final Duration REST = Duration.ofSeconds(30);

    boolean rests(int number, Instant now) {
        return number == log && now.isBefore(found.plus(REST));
    }
}
