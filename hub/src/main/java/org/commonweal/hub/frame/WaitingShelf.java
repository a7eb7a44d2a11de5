package org.commonweal.hub.frame;

import java.util.List;

/**
 * Tells whoever reads the home page what waits in a room for them to decide.
 *
 * <p>A room implements it as a bean, and answers only with what the reader may act on.
 */
public interface WaitingShelf {
    /** @param words what waits, without the number but right for it: «new organisations», «new organisation» */
    record Waiting(long number, String words, String path) {}

    /** Asked for signed-in readers only; empty when nothing waits for this one. */
    List<Waiting> listWaiting(Page page);
}
