package org.commonweal.hub.launch.place;

/** What the operator asked for can't be done: the message names the rule, the offender and the way out. */
public final class Refused extends RuntimeException {
    private final int exitCode;

    public Refused(String message) {
        this(message, 1);
    }

    private Refused(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command line itself is wrong: nothing was begun. */
    public static Refused usage(String message) {
        return new Refused(message, 2);
    }

    /** 2 for a wrong command line, else 1. */
    public int exitCode() {
        return exitCode;
    }
}
