package org.commonweal.hub.ledger;

import java.util.List;
import org.commonweal.hub.frame.Links;
import org.springframework.stereotype.Component;

/** Makes lines of entries, with what they speak of as the graph of links knows it. */
@Component
class EntryLines {
    private final Links links;

    EntryLines(Links links) {
        this.links = links;
    }

    List<EntryLine> of(List<PlacedEntry> entries) {
        return entries.stream().map(this::of).toList();
    }

    EntryLine of(PlacedEntry placed) {
        Entry entry = placed.entry();
        // Whoever writes links from a thing names the thing's own address and title in them.
        List<Links.Link> own = links.listFrom(entry.thing());
        return new EntryLine(
                placed.index() == null ? -1 : placed.index(),
                entry.type(),
                entry.version(),
                entry.sha256(),
                entry.at(),
                own.isEmpty() ? "" : own.getFirst().title(),
                own.isEmpty() ? "" : own.getFirst().path());
    }
}
