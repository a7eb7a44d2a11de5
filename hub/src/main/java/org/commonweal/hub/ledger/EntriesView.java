package org.commonweal.hub.ledger;

import java.util.List;
import org.commonweal.hub.frame.look.Listing;

public record EntriesView(Listing listing, List<EntryLine> lines) {}
