package org.commonweal.tlog;

import java.io.IOException;

/**
 * A write failed, so the log takes no more entries until it is opened again. Whether the entries that waited are in it is
 * not known before then: compare {@link Log#size} and the last entries with what was meant to be appended.
 */
public final class LogStoppedException extends IOException {
    private static final long serialVersionUID = 1L;

    LogStoppedException(Throwable cause) {
        super(
                "The log stopped because a write failed (%s). Make room or mend the disk, then open it again."
                        .formatted(cause.getMessage()),
                cause);
    }
}
