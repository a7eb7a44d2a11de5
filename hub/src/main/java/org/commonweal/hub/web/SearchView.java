package org.commonweal.hub.web;

import java.util.List;
import org.commonweal.hub.frame.SearchShelf;

/** What was found, room by room. */
public record SearchView(String words, List<Group> groups) {
    /** @param more the address of the room's own list with the same words */
    public record Group(String title, String more, List<SearchShelf.Hit> hits) {}
}
