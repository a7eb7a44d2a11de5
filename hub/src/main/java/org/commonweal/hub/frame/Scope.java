package org.commonweal.hub.frame;

import java.util.UUID;

/** Where a grant holds: the whole hub, or one thing such as an organisation. */
public record Scope(String kind, UUID id) {
    private static final UUID NIL = new UUID(0, 0);

    /** The whole hub; a grant here holds for every narrower scope too. */
    public static final Scope HUB = new Scope("hub", NIL);

    public static Scope organisation(UUID id) {
        return new Scope("organisation", id);
    }
}
