package org.commonweal.hub.frame;

import java.util.UUID;

/** What a room holds of a person: each room that holds anything implements it, so that people can take and erase it. */
public interface PersonRecords {
    /** The word under which it stands in the download, such as {@code submissions}. */
    String section();

    /** All the room holds of the person, as records, lists and maps that become JSON. */
    Object export(UUID person);

    /** Removes it, or cuts its tie to the person where it must stay for others. */
    void forget(UUID person);
}
