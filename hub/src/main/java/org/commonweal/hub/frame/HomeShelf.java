package org.commonweal.hub.frame;

import java.util.List;
import org.commonweal.hub.frame.look.Figure;
import org.commonweal.hub.frame.look.Step;

/**
 * What a room puts on the home page. Each part may stay empty; the page says honestly when all rooms leave one so.
 *
 * <p>A room implements it as a bean and answers from one cheap query each, for this is the page that strangers open.
 */
public interface HomeShelf {
    /**
     * A live count under one of the five steps.
     *
     * @param words what is counted, without the number but right for it: «open campaigns», «open campaign»
     */
    record Count(Step step, long number, String words, String path) {}

    /**
     * Something that a visitor can do now.
     *
     * @param minutes that it takes, 0 when unknown
     * @param who asks
     * @param until a whole phrase such as «until 2 December 2026», "" when open-ended
     */
    record Call(String title, String path, int minutes, String who, String until) {}

    /**
     * An area with activity on the map.
     *
     * @param ring longitude, latitude, longitude, latitude … in degrees
     * @param label such as «18 reports»
     */
    record Activity(double[] ring, long number, String label) {}

    default List<Count> counts(Page page) {
        return List.of();
    }

    /** What a visitor can help with, the most pressing first. */
    default List<Call> calls(Page page) {
        return List.of();
    }

    /** The newest findings, newest first. */
    default List<Figure> findings(Page page) {
        return List.of();
    }

    default List<Activity> activity(Page page) {
        return List.of();
    }
}
