package org.commonweal.hub.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.HomeShelf;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.drawing.PlaceMap;
import org.commonweal.hub.frame.drawing.Sheet;
import org.commonweal.hub.frame.places.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The first page: what this hub is for, the chain with live counts, what a visitor can do, what was found, where. */
@Controller
@Access(Access.Who.ANYONE)
class HomePages {
    private static final int CALLS = 5;
    private static final int FINDINGS = 4;

    /** Beside a list of calls a tall map would leave the list's column empty. */
    private static final double FLAT = 0.6;

    private final Pages pages;
    private final List<HomeShelf> shelves;
    private final Beginnings beginnings;

    HomePages(Pages pages, List<HomeShelf> shelves, Beginnings beginnings) {
        this.pages = pages;
        this.shelves = shelves;
        this.beginnings = beginnings;
    }

    @GetMapping("/")
    View home(@RequestParam(defaultValue = "") String done) {
        Page page = pages.page();
        List<HomeShelf.Part> parts =
                shelves.stream().map(shelf -> shelf.home(page)).toList();
        List<HomeShelf.Activity> activity = all(parts, HomeShelf.Part::activity).toList();
        HomeView.Beginning beginning = beginnings.find(page);
        return pages.show(
                "web/home",
                new HomeView(
                        beginning,
                        beginnings.desk(page, beginning == null),
                        done.equals("deleted"),
                        all(parts, HomeShelf.Part::counts).toList(),
                        all(parts, HomeShelf.Part::calls).limit(CALLS).toList(),
                        all(parts, HomeShelf.Part::findings).limit(FINDINGS).toList(),
                        map(page, activity),
                        activity.stream()
                                .mapToLong(HomeShelf.Activity::number)
                                .min()
                                .orElse(0),
                        activity.stream()
                                .mapToLong(HomeShelf.Activity::number)
                                .max()
                                .orElse(0)));
    }

    private static <T> Stream<T> all(List<HomeShelf.Part> parts, Function<HomeShelf.Part, List<T>> list) {
        return parts.stream().map(list).flatMap(List::stream);
    }

    private static @Nullable Drawing map(Page page, List<HomeShelf.Activity> activity) {
        if (activity.isEmpty()) return null;
        Box box = activity.stream()
                .map(HomeShelf.Activity::ring)
                .map(Box::around)
                .reduce(Box::union)
                .orElseThrow();
        double most =
                activity.stream().mapToLong(HomeShelf.Activity::number).max().getAsLong();
        PlaceMap map = PlaceMap.of(box.grow(Math.max(0.5, box.width() * 0.15)).flat(FLAT));
        for (HomeShelf.Activity one : activity) map.cell(one.ring(), one.number() / most, one.label());
        String title = page.t("web.home.map");
        return map.draw(
                new Sheet(page.locale(), title, page.t("web.home.map-text"), "", page.t("frame.chart.withheld")));
    }
}
