package org.commonweal.hub.ledger;

import java.util.List;
import java.util.Locale;
import org.commonweal.hub.frame.HomeShelf;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.SearchShelf;
import org.commonweal.hub.frame.look.Step;
import org.springframework.stereotype.Component;

/** What the log counts on the home page, and what the search box finds of it: entries by digest or identifier. */
@Component
class LogShelf implements HomeShelf, SearchShelf {
    private static final String DIGEST_OR_IDENTIFIER = "[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Logs logs;
    private final Entries entries;
    private final EntrySearch search;
    private final EntryLines lines;

    LogShelf(Logs logs, Entries entries, EntrySearch search, EntryLines lines) {
        this.logs = logs;
        this.entries = entries;
        this.search = search;
        this.lines = lines;
    }

    /** One look at the end of an index: a log has no gaps. */
    @Override
    public Part home(Page page) {
        long number =
                logs.findCurrent().map(log -> entries.nextIndex(log.number())).orElse(0L);
        return Part.counting(List.of(new Count(Step.ACCOUNT, number, page.t("ledger.home.count", number), "/log")));
    }

    @Override
    public String title(Page page) {
        return page.t("ledger.log");
    }

    @Override
    public List<Hit> find(Page page, String words, int limit) {
        if (!words.toLowerCase(Locale.ROOT).matches(DIGEST_OR_IDENTIFIER)) return List.of();
        return logs.findCurrent().stream()
                .flatMap(log -> lines.of(search.list(log.number(), words, limit, 0)).stream())
                .map(line -> new Hit(
                        page.t("ledger.entry.number", line.index()), "/log/entries/" + line.index(), line.title()))
                .toList();
    }

    @Override
    public String more(String words) {
        return "/log/entries?q=" + words;
    }
}
