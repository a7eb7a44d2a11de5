package org.commonweal.hub.evidence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.frame.HomeShelf;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.SearchShelf;
import org.commonweal.hub.frame.look.Figure;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.hub.frame.look.Step;
import org.springframework.stereotype.Component;

/** Findings on the home page and in the search of every page. */
@Component
class FindingShelf implements HomeShelf, SearchShelf {
    private static final int NEWEST = 4;
    private final FindingSearch search;
    private final Summaries summaries;
    private final Clock clock;

    FindingShelf(FindingSearch search, Summaries summaries, Clock clock) {
        this.search = search;
        this.summaries = summaries;
        this.clock = clock;
    }

    @Override
    public Part home(Page page) {
        List<Figure> newest = search.list(new Query("/findings", Map.of()), NEWEST, 0).stream()
                .map(finding -> figure(finding, page))
                .toList();
        return new Part(counts(page), List.of(), newest, List.of());
    }

    private List<Count> counts(Page page) {
        String year = String.valueOf(clock.instant().atOffset(ZoneOffset.UTC).getYear());
        long number = search.count(new Query("/findings", Map.of("year", List.of(year))));
        if (number == 0) return List.of();
        return List.of(
                new Count(Step.UNDERSTAND, number, page.t("evidence.home.count", number), "/findings?year=" + year));
    }

    @Override
    public String title(Page page) {
        return page.t("evidence.findings");
    }

    @Override
    public List<Hit> find(Page page, String words, int limit) {
        return search.list(query(words), limit, 0).stream()
                .map(finding ->
                        new Hit(finding.title(), finding.path(), finding.organisationName(), finding.language()))
                .toList();
    }

    @Override
    public String more(String words) {
        return query(words).at(1);
    }

    private Figure figure(Finding finding, Page page) {
        Document document = summaries.get(finding);
        Reading reading = new Reading(document, page);
        return new Figure(
                finding.path(),
                "",
                document.findTotal().map(reading::value).orElse(""),
                reading.unit(),
                document.findTotal().map(reading::interval).orElse(""),
                document.title(),
                finding.language(),
                new Pictures(document, reading).small(),
                List.of());
    }

    private static Query query(String words) {
        return new Query("/findings", Map.of("q", List.of(words)));
    }
}
