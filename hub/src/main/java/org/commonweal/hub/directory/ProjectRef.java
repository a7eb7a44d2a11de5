package org.commonweal.hub.directory;

import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.ThingRef;

/** A project as a link names it. */
public record ProjectRef(UUID id, String name) {
    /** Its page: {@code /projects/wheelmap-1b2c3d4e}. */
    public String path() {
        return "/projects/" + Ids.address(name, id);
    }

    public ThingRef thing() {
        return new ThingRef("project", id);
    }
}
