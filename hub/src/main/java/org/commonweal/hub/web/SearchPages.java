package org.commonweal.hub.web;

import java.util.List;
import java.util.stream.Stream;
import org.commonweal.hub.directory.SearchWords;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.HomeShelf;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.SearchShelf;
import org.commonweal.hub.frame.look.Chip;
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
    private final List<HomeShelf> newest;

    SearchPages(Pages pages, List<SearchShelf> shelves, List<HomeShelf> newest) {
        this.pages = pages;
        this.shelves = shelves;
        this.newest = newest;
    }

    @GetMapping("/search")
    View search(@RequestParam(name = "q", defaultValue = "") String asked) {
        Page page = pages.page();
        String words = beginning(asked.strip());
        List<SearchView.Group> groups = words.isEmpty() ? newest(page) : found(page, words);
        List<Chip> rooms = shelves.stream()
                .map(shelf -> new Chip(shelf.title(page), shelf.more("")))
                .toList();
        return pages.show("web/search", new SearchView(words, groups, rooms));
    }

    // A letter beyond the basic plane is two chars, which are nothing apart.
    private static String beginning(String words) {
        boolean fits = words.codePointCount(0, words.length()) <= MOST_LETTERS;
        return fits ? words : words.substring(0, words.offsetByCodePoints(0, MOST_LETTERS));
    }

    private List<SearchView.Group> found(Page page, String words) {
        // Signs alone: a list would show all it has, as if nothing had been asked.
        if (SearchWords.of(words).isEmpty()) return List.of();
        return shelves.stream()
                .map(shelf -> new SearchView.Group(
                        shelf.title(page), shelf.more(words), shelf.find(page, words, HITS_PER_ROOM)))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    // Who looks for nothing in particular may begin with what is new.
    private List<SearchView.Group> newest(Page page) {
        List<HomeShelf.Part> parts =
                newest.stream().map(shelf -> shelf.home(page)).toList();
        List<SearchShelf.Hit> calls = parts.stream()
                .flatMap(part -> part.calls().stream())
                .map(call -> new SearchShelf.Hit(call.title(), call.path(), call.who()))
                .limit(HITS_PER_ROOM)
                .toList();
        List<SearchShelf.Hit> findings = parts.stream()
                .flatMap(part -> part.findings().stream())
                .map(figure -> new SearchShelf.Hit(figure.sentence(), figure.path(), figure.interval()))
                .limit(HITS_PER_ROOM)
                .toList();
        return Stream.of(
                        new SearchView.Group(page.t("web.home.now"), "/campaigns", calls),
                        new SearchView.Group(page.t("web.home.found"), "/findings", findings))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }
}
