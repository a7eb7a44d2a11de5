package org.commonweal.hub.frame;

import java.util.Optional;

/** The way in for the first administrator, while there is none; the room that knows people implements it. */
public interface FirstLink {
    /** The path of a sign-in link that works once, such as {@code /enter/…}; empty when an administrator exists. */
    Optional<String> make();
}
