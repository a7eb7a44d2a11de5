package org.commonweal.hub.directory;

import java.util.List;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Tab;

/**
 * A list of the directory.
 *
 * @param room the shelf's part of the message keys, {@code organisations} or {@code projects}
 * @param loose whether nothing was spelt exactly as searched, and near spellings are shown
 * @param add where to add one, "" when the reader can't
 * @param imports whether the reader may see what was imported
 */
public record ListView(
        String room, List<Tab> tabs, Listing listing, List<Line> lines, boolean loose, String add, boolean imports) {
    /**
     * One result.
     *
     * @param facts short ones, in reading order
     * @param place "" when unknown
     */
    public record Line(String path, String name, String summary, String language, List<String> facts, String place) {}
}
