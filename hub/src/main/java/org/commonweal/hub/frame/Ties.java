package org.commonweal.hub.frame;

import java.util.List;

/**
 * What hangs on a thing of a lower room, such as the campaigns of an organisation: while there is any, the thing can't be
 * deleted.
 *
 * <p>A room implements it as a bean; whoever deletes asks {@code ties.stream().flatMap(room -> room.list(page,
 * thing).stream())} first, and has all rooms {@link #forget} the thing with it.
 */
public interface Ties {
    /** @param words what hangs on it, with its number: «3 campaigns» */
    record Tie(String words) {}

    /** Empty when this room has nothing that hangs on it. */
    List<Tie> list(Page page, ThingRef thing);

    /** Deletes what is nothing without the thing, in the transaction that deletes it. */
    default void forget(ThingRef thing) {}
}
