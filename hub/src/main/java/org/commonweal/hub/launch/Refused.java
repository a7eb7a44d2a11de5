package org.commonweal.hub.launch;

/** What the operator asked for can't be done: the message names the rule, the offender and the way out. */
final class Refused extends RuntimeException {
    Refused(String message) {
        super(message);
    }
}
