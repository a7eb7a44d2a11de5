package org.commonweal.hub.frame;

import java.util.Collection;
import java.util.List;

/**
 * What one row of a {@link Dataset} has led to. The room that makes something of rows implements it as a bean; the room
 * that gathers them asks it, to tell whoever gave a row.
 *
 * <p>Example: {@code outcomes.list(campaign.ref(), List.of(sha256))} gives the findings that this report stands behind.
 */
public interface Outcomes {
    /** @param rows SHA-256 of the rows, as {@link Dataset.Row} has them; what any of them is part of is listed once */
    List<Outcome> list(ThingRef source, Collection<byte[]> rows);

    record Outcome(String path, String title) {}
}
