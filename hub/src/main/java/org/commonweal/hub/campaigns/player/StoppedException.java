package org.commonweal.hub.campaigns.player;

import org.commonweal.hub.campaigns.Campaign;
import org.springframework.http.HttpStatus;

/** Somebody can't answer here: told on a page of its own that says what they can do instead. */
class StoppedException extends RuntimeException {
    enum Why {
        NOT_OPEN(HttpStatus.NOT_FOUND),
        CLOSED(HttpStatus.CONFLICT),
        SIGN_IN(HttpStatus.FORBIDDEN),
        NO_FORM(HttpStatus.CONFLICT),
        /** The form can't be shown: an expression of its fails, or it repeats without an end. */
        BROKEN_FORM(HttpStatus.CONFLICT);

        final HttpStatus status;

        Why(HttpStatus status) {
            this.status = status;
        }
    }

    private final Why why;
    private final transient Campaign campaign;

    StoppedException(Why why, Campaign campaign) {
        super(why.name(), null, false, false);
        this.why = why;
        this.campaign = campaign;
    }

    Why why() {
        return why;
    }

    Campaign campaign() {
        return campaign;
    }
}
