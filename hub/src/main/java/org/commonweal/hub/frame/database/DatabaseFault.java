package org.commonweal.hub.frame.database;

/** The database can't be used; the message tells the operator why and what to do. */
public final class DatabaseFault extends RuntimeException {
    public DatabaseFault(String message, Throwable cause) {
        super(message, cause);
    }

    public DatabaseFault(String message) {
        super(message);
    }
}
