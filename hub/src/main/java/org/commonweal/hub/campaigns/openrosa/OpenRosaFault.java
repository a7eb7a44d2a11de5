package org.commonweal.hub.campaigns.openrosa;

import org.springframework.http.HttpStatus;

/** A request that the protocol refuses, with the words that the client shows. */
class OpenRosaFault extends RuntimeException {
    private final HttpStatus status;

    OpenRosaFault(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
