package org.commonweal.hub.campaigns.intake;

/** What became of a submission at the door. */
public enum Outcome {
    /** Stored now. */
    STORED,
    /** The very same was here already; files that were missing are added. */
    KNOWN,
    /** The very same was here already, and one of its files came with another content, which took the place. */
    OTHER_TAKEN,
    /** Stored as the new state of one that was here. */
    EDITED,
    /** Its contributor took it back before: nothing is stored again, and the client need not try any more. */
    WITHDRAWN,
    /** The same instance with other content: refused. */
    CONFLICT,
    /** The very same was here already, but one of its files with another content, which stays (decision 0068): refused. */
    OTHER_FILE,
    /** It edits an instance that was edited already: refused. */
    OUTDATED,
    /** It edits an instance that is not here: refused. */
    UNKNOWN_ORIGINAL,
    /** It edits what another device or account sent: refused. */
    OF_ANOTHER;

    public boolean isStored() {
        return ordinal() <= EDITED.ordinal();
    }
}
