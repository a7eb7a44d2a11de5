package org.commonweal.hub.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonweal.hub.directory.Topics;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** The list of findings, as a page, as files and as a feed; all show the same view of it. */
@Controller
@Access(Access.Who.ANYONE)
class FindingsPages {
    private static final int PER_PAGE = 20;
    private static final int PER_FILE = 10_000;
    private static final int PER_FEED = 50;
    private final Pages pages;
    private final FindingSearch search;
    private final Summaries summaries;
    private final Topics topics;
    private final JsonMapper json;

    FindingsPages(Pages pages, FindingSearch search, Summaries summaries, Topics topics, JsonMapper json) {
        this.pages = pages;
        this.search = search;
        this.summaries = summaries;
        this.topics = topics;
        this.json = json;
    }

    @GetMapping("/findings")
    View list(HttpServletRequest request) {
        Page page = pages.page();
        Query query = query(request);
        Listing listing = Listing.of(query, search.count(query), PER_PAGE)
                .facets(facets(page, query))
                .sorts(
                        new Listing.Sort("new", page.t("evidence.sort.new")),
                        new Listing.Sort("old", page.t("evidence.sort.old")),
                        new Listing.Sort("title", page.t("evidence.sort.title")))
                .downloads("csv", "json", "atom");
        List<FindingsView.Row> rows = search.list(query, PER_PAGE, (query.page() - 1) * PER_PAGE).stream()
                .map(finding -> FindingsView.Row.of(finding, summaries.get(finding), page))
                .toList();
        return pages.show("evidence/list", new FindingsView(listing, rows));
    }

    @GetMapping("/findings.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"findings.csv\"");
        FindingsFiles.csv(search.list(query(request), PER_FILE, 0), pages.page(), response.getWriter());
    }

    @GetMapping("/findings.json")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        Page page = pages.page();
        List<Map<String, Object>> all = search.list(query(request), PER_FILE, 0).stream()
                .map(finding -> FindingsFiles.json(finding, page))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(Map.of("findings", all)));
    }

    @GetMapping("/findings.atom")
    void atom(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/atom+xml;charset=utf-8");
        FindingsFiles.atom(search.list(query(request), PER_FEED, 0), pages.page(), response.getWriter());
    }

    private Listing.Facet[] facets(Page page, Query query) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of("campaign", "organisation", "topic", "statistic", "year")
                .forEach(name -> names.put(name, page.t("evidence.facet." + name)));
        return names.entrySet().stream()
                .map(facet -> new Listing.Facet(facet.getKey(), facet.getValue(), values(facet.getKey(), page, query)))
                .filter(facet -> !facet.values().isEmpty())
                .toArray(Listing.Facet[]::new);
    }

    private List<Listing.Value> values(String facet, Page page, Query query) {
        List<Listing.Value> values = search.values(facet, query);
        if (facet.equals("topic")) return named(values, page);
        if (!facet.equals("statistic")) return values;
        return values.stream()
                .map(value ->
                        new Listing.Value(value.value(), page.t("evidence.statistic." + value.value()), value.count()))
                .toList();
    }

    private List<Listing.Value> named(List<Listing.Value> values, Page page) {
        Map<String, String> names = new HashMap<>();
        topics.list(page.locale(), values.stream().map(Listing.Value::value).toList())
                .forEach(topic -> names.put(topic.slug(), topic.name(page.locale())));
        return values.stream()
                .map(value -> new Listing.Value(
                        value.value(), names.getOrDefault(value.value(), value.value()), value.count()))
                .toList();
    }

    private static Query query(HttpServletRequest request) {
        return Query.of("/findings", request.getParameterMap());
    }
}
