package org.commonweal.hub.frame;

import gg.jte.Content;
import java.util.List;

/**
 * A piece of a page that an upper room offers to a lower one, such as the log's proof on a finding's page.
 *
 * <p>A room implements it as a bean; a page collects all panels for its thing with {@code panels.stream().flatMap(p
 * -> p.show(page, thing).stream())}.
 */
public interface Panel {
    /** What to show for this thing, none where this room has nothing to say of it. */
    List<Content> show(Page page, ThingRef thing);
}
