package org.commonweal.hub.frame;

import java.util.List;
import java.util.UUID;

/** Lets an administrator in who has no other way in; the room that knows people implements it. */
public interface WayBack {
    /**
     * @param code short, to tell one from another
     * @param label name, masked address and day of coming, for whoever runs the hub
     */
    record Administrator(UUID id, String code, String label) {}

    /** The one who has been administrator longest first; empty on a hub that nobody has come into yet. */
    List<Administrator> list();

    /** A path that signs this person in once, within half an hour; older ones from the command line end. */
    String make(UUID administrator);
}
