package org.commonweal.hub.directory;

import java.util.List;
import org.commonweal.hub.frame.look.Tab;

/** All countries where something is, in the reader's order. */
public record PlacesView(List<Tab> tabs, List<Line> lines) {
    public record Line(String code, String name, long organisations, long projects) {}
}
