package org.commonweal.hub.frame;

import java.util.Optional;
import org.springframework.http.ResponseEntity;

/**
 * A room whose addresses speak a protocol of their own answers faults there in it, also those that come before any of its
 * handlers or behind it, such as a line that fell silent: programs can't read the hub's pages.
 */
public interface FaultAnswers {
    /**
     * @param path that was asked
     * @param status from 400 on
     * @param message for whoever asked, empty when the status says all
     * @param number of a fault of ours, which stands in the log beside it; empty when it is none
     * @return none when the address is not of the protocol
     */
    Optional<ResponseEntity<String>> find(String path, int status, String message, String number);
}
