package org.commonweal.hub.web;

import java.util.List;
import org.commonweal.hub.frame.HomeShelf;
import org.commonweal.hub.frame.WaitingShelf;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.look.Figure;
import org.commonweal.hub.frame.look.Step;
import org.jspecify.annotations.Nullable;

/**
 * What the rooms put on the home page.
 *
 * @param beginning null on a hub that has begun, and for those who do not keep it
 * @param left whether the reader has just deleted their account
 * @param map null while there is nothing to map
 * @param least of the numbers behind the map's shades
 */
public record HomeView(
        @Nullable Beginning beginning,
        Desk desk,
        boolean left,
        List<HomeShelf.Count> counts,
        List<HomeShelf.Call> calls,
        List<Figure> findings,
        @Nullable Drawing map,
        long least,
        long most) {
    /** What of a new hub's first steps is done. */
    public record Beginning(boolean noReturn, boolean named, boolean organisation, boolean campaign, boolean mail) {}

    /**
     * What the reader has to decide, and what keeps people out of a hub that has begun.
     *
     * @param noReturn who keeps the hub has neither an address nor a passkey to come back by
     */
    public record Desk(List<WaitingShelf.Waiting> waiting, boolean noMail, boolean noReturn) {
        static final Desk EMPTY = new Desk(List.of(), false, false);
    }

    /** The newest finding of all, which stands beside the title; null while nothing is published. */
    public @Nullable Figure newest() {
        return findings.isEmpty() ? null : findings.getFirst();
    }

    /** Those before the newest. */
    public List<Figure> earlier() {
        return findings.stream().skip(1).toList();
    }

    public List<HomeShelf.Count> countsAt(Step step) {
        return counts.stream().filter(count -> count.step() == step).toList();
    }
}
