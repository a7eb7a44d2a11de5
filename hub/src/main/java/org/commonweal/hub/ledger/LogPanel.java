package org.commonweal.hub.ledger;

import gg.jte.Content;
import java.util.List;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Panel;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.stereotype.Component;

/** On the page of a finding: where it stands in the log, with the proof file to take along. */
@Component
class LogPanel implements Panel {
    private final EntrySearch search;
    private final Logs logs;
    private final Proofs proofs;
    private final Pages pages;

    LogPanel(EntrySearch search, Logs logs, Proofs proofs, Pages pages) {
        this.search = search;
        this.logs = logs;
        this.proofs = proofs;
        this.pages = pages;
    }

    @Override
    public List<Content> show(Page page, ThingRef thing) {
        List<PlacedEntry> entries = search.listOf(thing.id()).stream()
                .filter(placed -> placed.entry().thing().equals(thing))
                .toList();
        if (entries.isEmpty()) return List.of();
        return List.of(pages.piece("ledger/panel", page, view(entries)));
    }

    private PanelView view(List<PlacedEntry> entries) {
        int current = logs.findCurrent().map(LogRow::number).orElse(0);
        return new PanelView(
                entries.stream().map(placed -> line(placed, current)).toList());
    }

    private PanelView.Line line(PlacedEntry placed, int current) {
        Entry entry = placed.entry();
        boolean here = placed.isPlaced() && placed.log() == current;
        boolean provable = placed.isPlaced() && proofs.hasDocument(entry);
        return new PanelView.Line(
                entry.type(),
                entry.version(),
                entry.at(),
                placed.isPlaced(),
                here ? "/log/entries/" + placed.index() : "",
                placed.isPlaced() ? placed.index() : 0,
                provable ? "/log/proof/%s/%d".formatted(entry.document(), entry.version()) : "");
    }
}
