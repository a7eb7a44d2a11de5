package org.commonweal.hub.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.look.Listing;
import org.commonweal.hub.frame.look.Query;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The public log for people: what it is, what stands in it, how to check it. */
@Controller
@Access(Access.Who.ANYONE)
class LogPages {
    private static final int NEWEST = 6;
    private static final int PER_PAGE = 25;

    private final Pages pages;
    private final Logs logs;
    private final LogFolders folders;
    private final Entries entries;
    private final EntrySearch search;
    private final EntryLines lines;
    private final Proofs proofs;

    LogPages(
            Pages pages,
            Logs logs,
            LogFolders folders,
            Entries entries,
            EntrySearch search,
            EntryLines lines,
            Proofs proofs) {
        this.pages = pages;
        this.logs = logs;
        this.folders = folders;
        this.entries = entries;
        this.search = search;
        this.lines = lines;
        this.proofs = proofs;
    }

    @GetMapping("/log")
    View show() throws IOException {
        LogRow current = getCurrent();
        Optional<SignedCheckpoint> checkpoint = findCheckpoint(current);
        return pages.show(
                "ledger/log",
                new LogView(
                        LogView.Head.of(current),
                        size(checkpoint),
                        checkpoint
                                .map(signed -> signed.checkpoint().root().toBase64())
                                .orElse(""),
                        checkpoint.map(SignedCheckpoint::toString).orElse(""),
                        entries.countPending(),
                        current.state() == Signing.HELD,
                        lines.of(search.list(current.number(), "", NEWEST, 0)),
                        listEarlier(current)));
    }

    @GetMapping("/log/entries")
    View list(HttpServletRequest request) {
        Query query = Query.of("/log/entries", request.getParameterMap());
        int log = getCurrent().number();
        String words = query.first("q");
        Listing listing = Listing.of(query, search.count(log, words), PER_PAGE).downloads("csv");
        List<PlacedEntry> found = search.list(log, words, PER_PAGE, (query.page() - 1L) * PER_PAGE);
        return pages.show("ledger/entries", new EntriesView(listing, lines.of(found)));
    }

    @GetMapping("/log/entries/{index:[0-9]{1,18}}")
    View entry(@PathVariable long index) throws IOException {
        LogRow current = getCurrent();
        PlacedEntry placed = search.findAt(current.number(), index).orElseThrow(Refusal::notFound);
        Entry entry = placed.entry();
        String proof = "/log/proof/%s/%d".formatted(entry.document(), entry.version());
        return pages.show(
                "ledger/entry",
                new EntryView(
                        lines.of(placed),
                        current.origin(),
                        size(findCheckpoint(current)),
                        entry.document().toString(),
                        new String(entry.leaf(), StandardCharsets.UTF_8),
                        proofs.hasDocument(entry) ? proof : ""));
    }

    @GetMapping("/verify")
    View verify() {
        Optional<LogRow> current = logs.findCurrent();
        return pages.show(
                "ledger/verify",
                new VerifyView(
                        current.map(LogRow::origin).orElse(""),
                        current.flatMap(LogRow::findKey).orElse("")));
    }

    private LogRow getCurrent() {
        return logs.findCurrent()
                .orElseThrow(() -> new Refusal(
                        HttpStatus.SERVICE_UNAVAILABLE, "The public log is being set up. Try again in a moment."));
    }

    private List<LogView.Earlier> listEarlier(LogRow current) throws IOException {
        List<LogView.Earlier> earlier = new ArrayList<>();
        for (LogRow row : logs.list()) {
            long size = size(findCheckpoint(row));
            // One that ended empty, as when the hub got its address before its first finding, tells nobody anything.
            if (row.number() != current.number() && size > 0)
                earlier.add(new LogView.Earlier(LogView.Head.of(row), size));
        }
        return earlier;
    }

    private Optional<SignedCheckpoint> findCheckpoint(LogRow row) throws IOException {
        return new PublicLog(folders.publicFiles(row.number())).findCheckpoint();
    }

    private static long size(Optional<SignedCheckpoint> checkpoint) {
        return checkpoint.map(signed -> signed.checkpoint().size()).orElse(0L);
    }
}
