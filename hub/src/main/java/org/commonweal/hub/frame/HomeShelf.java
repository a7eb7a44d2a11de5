package org.commonweal.hub.frame;

import java.util.List;
import org.commonweal.hub.frame.look.Figure;
import org.commonweal.hub.frame.look.Step;

/**
 * What a room puts on the home page. Each list may stay empty; the page says honestly when all rooms leave one so.
 *
 * <p>A room implements it as a bean and answers from a few cheap queries, for this is the page that strangers open.
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

    /**
     * Everything at once, so that a room reads what several parts need but once.
     *
     * @param calls what a visitor can help with, the most pressing first
     * @param findings the newest, newest first
     */
    record Part(List<Count> counts, List<Call> calls, List<Figure> findings, List<Activity> activity) {
        public static Part counting(List<Count> counts) {
            return new Part(counts, List.of(), List.of(), List.of());
        }
    }

    Part home(Page page);
}
