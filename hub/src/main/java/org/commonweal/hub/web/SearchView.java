package org.commonweal.hub.web;

import java.util.List;
import org.commonweal.hub.frame.SearchShelf;
import org.commonweal.hub.frame.look.Chip;

/**
 * What was found, room by room; what is new while no words are given.
 *
 * @param rooms lists that can be searched by themselves
 */
public record SearchView(String words, List<Group> groups, List<Chip> rooms) {
    /** @param more the address of the room's own list with the same words */
    public record Group(String title, String more, List<SearchShelf.Hit> hits) {}
}
