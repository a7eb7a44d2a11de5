package org.commonweal.hub.frame;

import java.util.UUID;

/** A thing of any room, by kind and identifier: {@code new ThingRef("campaign", id)}. */
public record ThingRef(String kind, UUID id) {
    /** Reads what {@link #toString} writes. */
    public static ThingRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) throw new IllegalArgumentException("A thing is written kind:uuid, was " + text);
        return new ThingRef(text.substring(0, colon), UUID.fromString(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
