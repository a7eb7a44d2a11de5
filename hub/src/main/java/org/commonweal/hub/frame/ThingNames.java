package org.commonweal.hub.frame;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says how things of one kind are called; the room that has them implements it for those that only know their ids. */
public interface ThingNames {
    /** @param path of its page */
    record Named(String name, String path) {}

    /** As in {@link ThingRef#kind}. */
    String kind();

    /** Those of these that are there, in one query. */
    Map<UUID, Named> listNames(Collection<UUID> ids);
}
