package org.commonweal.hub.launch.place;

/** What the operator asked for can't be done: the message names the rule, the offender and the way out. */
public final class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }
}
