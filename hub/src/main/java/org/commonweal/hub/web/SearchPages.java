package org.commonweal.hub.web;

import java.util.List;
import org.commonweal.hub.directory.SearchWords;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.SearchShelf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The search box of every page: asks each room in turn. */
@Controller
@Access(Access.Who.ANYONE)
class SearchPages {
    private static final int HITS_PER_ROOM = 5;
    private static final int MOST_LETTERS = 200;

    private final Pages pages;
    private final List<SearchShelf> shelves;

    SearchPages(Pages pages, List<SearchShelf> shelves) {
        this.pages = pages;
        this.shelves = shelves;
    }

    @GetMapping("/search")
    View search(@RequestParam(name = "q", defaultValue = "") String asked) {
        Page page = pages.page();
        String words = asked.strip().substring(0, Math.min(asked.strip().length(), MOST_LETTERS));
        List<SearchView.Group> groups = SearchWords.of(words).isEmpty()
                ? List.of()
                : shelves.stream()
                        .map(shelf -> new SearchView.Group(
                                shelf.title(page), shelf.more(words), shelf.find(page, words, HITS_PER_ROOM)))
                        .filter(group -> !group.hits().isEmpty())
                        .toList();
        return pages.show("web/search", new SearchView(words, groups));
    }
}
