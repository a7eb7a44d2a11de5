package org.commonweal.hub.frame;

import java.util.List;

/** What a room finds for the search box of every page; a room implements it as a bean. */
public interface SearchShelf {
    /** @param text one line of what it is, "" for none */
    /** @param language of the title, "" when it is the page's or not known */
    record Hit(String title, String path, String text, String language) {
        public Hit(String title, String path, String text) {
            this(title, path, text, "");
        }
    }

    /** The heading above this room's hits, such as «Organisations». */
    String title(Page page);

    /** The best hits first; the words are trimmed and not empty. */
    List<Hit> find(Page page, String words, int limit);

    /** The address of the room's own list with these words, for more. */
    String more(String words);
}
