package org.commonweal.hub.campaigns.player;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which pages of one draft sent what. A page is told by the name that it was drawn with: one page goes on with its own
 * answers however often it sends them, but does not undo what another tab has changed since.
 *
 * @param writers the page that last changed an answer, by the question's name
 * @param stamps of the newest state that came from a page, the latest pages alone
 */
record Tabs(Map<String, String> writers, Map<String, Long> stamps) {
    // A save that was overtaken comes within minutes: none is so late that so many pages were drawn meanwhile.
    private static final int MOST_PAGES = 20;

    static final Tabs NONE = new Tabs(Map.of(), Map.of());

    boolean isLater(String page, long stamp) {
        return stamp < stamps.getOrDefault(page, 0L);
    }

    /** The same for the script: of each page the stamp that was heard last, as in a query, {@code 3k9m2x7q=1780000000000&…}. */
    String toldHeard() {
        return stamps.entrySet().stream()
                .map(page -> page.getKey() + "=" + page.getValue())
                .collect(Collectors.joining("&"));
    }

    /** The same after a page has sent its answers. */
    Tabs heard(Map<String, String> nowWriters, String page, long stamp) {
        Map<String, Long> now = new LinkedHashMap<>(stamps);
        long newest = Math.max(stamp, Objects.requireNonNullElse(now.remove(page), 0L));
        if (!page.isEmpty()) now.put(page, newest);
        while (now.size() > MOST_PAGES) now.remove(now.keySet().iterator().next());
        return new Tabs(Map.copyOf(nowWriters), now);
    }
}
