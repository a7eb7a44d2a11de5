package org.commonweal.hub.directory;

import java.util.List;
import org.commonweal.hub.frame.look.Tab;

/** All topics by kind, with what there is on each. */
public record TopicsView(List<Tab> tabs, List<Group> groups) {
    public record Group(String kind, List<Line> lines) {}

    public record Line(String path, String name, long organisations, long projects) {}
}
