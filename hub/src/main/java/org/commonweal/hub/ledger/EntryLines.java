package org.commonweal.hub.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Links;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.stereotype.Component;

/** Makes lines of entries, with what they speak of as the graph of links knows it. */
@Component
class EntryLines {
    private final Links links;

    EntryLines(Links links) {
        this.links = links;
    }

    List<EntryLine> of(List<PlacedEntry> entries) {
        Map<ThingRef, List<Links.Link>> known = links.listFrom(
                entries.stream().map(placed -> placed.entry().thing()).collect(Collectors.toSet()));
        return entries.stream()
                .map(placed -> line(placed, known.getOrDefault(placed.entry().thing(), List.of())))
                .toList();
    }

    EntryLine of(PlacedEntry placed) {
        return of(List.of(placed)).getFirst();
    }

    // Whoever writes links from a thing names the thing's own address and title in them.
    private static EntryLine line(PlacedEntry placed, List<Links.Link> own) {
        Entry entry = placed.entry();
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
