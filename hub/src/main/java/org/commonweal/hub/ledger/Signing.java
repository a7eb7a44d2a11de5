package org.commonweal.hub.ledger;

/** What the process that keeps a log said of it last. */
enum Signing {
    /** Nobody has opened it yet. */
    WAITING,
    SIGNING,
    /** It was put back from somewhere and must show first that it extends what the world has seen. */
    HELD,
    /** Something failed, such as the disk; it is tried again and again. */
    STOPPED
}
