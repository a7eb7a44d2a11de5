package org.commonweal.hub.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.hub.frame.look.Tab;

/** A sample list: its frame is real, its rows are numbered. */
public record StyleListView(List<Tab> tabs, Listing listing, List<Integer> rows) {
    private static final int TOTAL = 132;
    private static final int PER_PAGE = 5;

    static StyleListView of(Page page, Map<String, String[]> parameters) {
        Query query = Query.of("/style/list", parameters);
        int total = query.first("q").isEmpty() ? TOTAL : 0;
        Listing listing = Listing.of(query, total, PER_PAGE)
                .facets(
                        new Listing.Facet(
                                "topic",
                                page.t("web.style.topic"),
                                List.of(
                                        new Listing.Value("air", page.t("web.style.air"), 81),
                                        new Listing.Value("water", page.t("web.style.water"), 44))),
                        new Listing.Facet(
                                "state",
                                page.t("web.style.state"),
                                List.of(
                                        new Listing.Value("open", page.t("frame.state.open"), 12),
                                        new Listing.Value("closed", page.t("frame.state.closed"), 120))))
                .sorts(
                        new Listing.Sort("new", page.t("web.style.newest")),
                        new Listing.Sort("name", page.t("web.style.by-name")))
                .downloads("csv", "json", "geojson", "rss");
        int first = (query.page() - 1) * PER_PAGE + 1;
        return new StyleListView(
                StyleView.tabs(page, "/style/list"),
                listing,
                IntStream.range(first, Math.min(first + PER_PAGE, total + 1))
                        .boxed()
                        .toList());
    }
}
