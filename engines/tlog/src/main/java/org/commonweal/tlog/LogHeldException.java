package org.commonweal.tlog;

/**
 * The log must not sign: it was restored and has not shown yet that it extends the newest checkpoint known outside.
 * The way out is {@link Log#confirmExtends}, or a new log with a new origin.
 */
public final class LogHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogHeldException(String origin) {
        super(("The log %s was restored and signs nothing until it is shown to extend the newest checkpoint known "
                        + "outside. Give that checkpoint, or start a log with a new origin.")
                .formatted(origin));
    }
}
