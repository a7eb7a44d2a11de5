package org.commonweal.tlog;

import java.io.IOException;

/**
 * The files of a log contradict each other in a way that no crash of this software leaves behind. The log is not
 * opened: the message says which file and what to do.
 */
public final class LogDamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    LogDamagedException(String message) {
        super(message);
    }
}
