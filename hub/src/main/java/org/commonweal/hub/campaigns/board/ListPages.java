package org.commonweal.hub.campaigns.board;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.hub.frame.look.State;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The list of campaigns, and the same list as files. */
@Controller
@Access(Access.Who.ANYONE)
class ListPages {
    private static final String PATH = "/campaigns";
    private static final int PER_PAGE = 25;

    private final Pages pages;
    private final Catalogue catalogue;
    private final Filters filters;
    private final Downloads downloads;

    ListPages(Pages pages, Catalogue catalogue, Filters filters, Downloads downloads) {
        this.pages = pages;
        this.catalogue = catalogue;
        this.filters = filters;
        this.downloads = downloads;
    }

    @GetMapping(PATH)
    View list(HttpServletRequest request) {
        Page page = pages.page();
        Query query = query(request);
        List<PublicCampaign> said = catalogue.search(query.first("q"));
        List<PublicCampaign> found = catalogue.list(page, query, said);
        List<ListView.Row> rows = found.stream()
                .skip((query.page() - 1L) * PER_PAGE)
                .limit(PER_PAGE)
                .map(listed -> row(page, listed))
                .toList();
        Listing listing = Listing.of(query, found.size(), PER_PAGE)
                .facets(filters.facets(page, query, said))
                .sorts(Catalogue.SORTS.stream()
                        .map(sort -> new Listing.Sort(sort, page.t("campaigns.board.sort." + sort)))
                        .toArray(Listing.Sort[]::new))
                .downloads("csv", "json");
        return pages.show(
                "campaigns/board/list",
                new ListView(listing, rows, Actor.findPerson().isPresent()));
    }

    @GetMapping(PATH + ".csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.writeCsv(pages.page(), catalogue.list(pages.page(), query(request)), response);
    }

    @GetMapping(PATH + ".json")
    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        downloads.writeJson(pages.page(), catalogue.list(pages.page(), query(request)), response);
    }

    private static Query query(HttpServletRequest request) {
        return Query.of(PATH, request.getParameterMap());
    }

    private static ListView.Row row(Page page, PublicCampaign listed) {
        return new ListView.Row(
                listed.campaign().path(),
                CampaignViews.call(page, listed.campaign(), listed.asker()),
                State.valueOf(listed.campaign().state().name()));
    }
}
