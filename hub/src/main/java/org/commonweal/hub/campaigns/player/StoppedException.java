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
    private final String trial;
    private final String question;

    StoppedException(Why why, Campaign campaign) {
        this(why, campaign, "", "");
    }

    private StoppedException(Why why, Campaign campaign, String trial, String question) {
        super(why.name(), null, false, false);
        this.why = why;
        this.campaign = campaign;
        this.trial = trial;
        this.question = question;
    }

    /** There is nothing to try. */
    static StoppedException untried(Campaign campaign) {
        return new StoppedException(Why.NO_FORM, campaign, "no-form", "");
    }

    /** Whoever tries the form is told what fails, all others that it does. */
    static StoppedException broken(Guest guest, FailingExpression failing) {
        return new StoppedException(
                Why.BROKEN_FORM, guest.campaign(), guest.tries() ? failing.kind() : "", failing.question());
    }

    Why why() {
        return why;
    }

    Campaign campaign() {
        return campaign;
    }

    /** The last part of the key of the words for whoever tries the form, empty for all others. */
    String trial() {
        return trial;
    }

    /** Whose expression fails, by its name in the form; empty when nobody knows. */
    String question() {
        return question;
    }
}
