package org.commonweal.hub.directory;

import java.util.List;

/** What sorts of organisation there are; each has a word under {@code directory.kind.*}. */
final class Kinds {
    static final List<String> ALL = List.of("nonprofit", "grassroots", "research", "government", "business");

    private Kinds() {}
}
