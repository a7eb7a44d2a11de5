package org.commonweal.hub.frame;

import java.util.Optional;

/** Makes the link by which the first administrator comes in; the room that knows people implements it. */
public interface FirstLink {
    /** A path that signs in once, such as {@code /sign-in/…}; none when an administrator exists already, unless it is a demonstration. */
    Optional<String> make();
}
