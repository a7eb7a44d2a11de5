package org.commonweal.hub.directory;

import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.ThingRef;

/** An organisation as other rooms name it: enough for a link or a choice. */
public record OrganisationRef(UUID id, String name) {
    /** Its page: {@code /organisations/fablab-torino-3k9m2x7q}. */
    public String path() {
        return "/organisations/" + Ids.address(name, id);
    }

    public ThingRef thing() {
        return new ThingRef("organisation", id);
    }
}
