package org.commonweal.hub.frame;

import java.util.Optional;

/** Tells the header who reads; the room that knows people implements it. */
public interface Viewers {
    Optional<Page.Viewer> find();
}
