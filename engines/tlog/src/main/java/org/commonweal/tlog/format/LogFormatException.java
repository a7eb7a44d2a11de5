package org.commonweal.tlog.format;

/**
 * Something read from outside is not in the format it should be in; the message names the rule and the offender.
 *
 * <p>Example: {@code Line 2 of the checkpoint: size ‹007› has leading zeros. Write it without them.}
 */
public final class LogFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message the rule, the offender and, where there is one, the way out */
    public LogFormatException(String message) {
        super(message);
    }
}
