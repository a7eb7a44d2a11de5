package org.commonweal.hub.directory;

import java.util.Locale;
import java.util.UUID;
import org.commonweal.hub.frame.Text;
import org.commonweal.hub.frame.ThingRef;

/**
 * What things are about.
 *
 * @param slug how rows and addresses name it, such as {@code open-data}
 * @param kind {@code theme}, {@code technology} or {@code approach}
 */
public record Topic(UUID id, String slug, String kind, Text name) {
    public String path() {
        return "/topics/" + slug;
    }

    public String name(Locale reader) {
        return name.in(reader);
    }

    public ThingRef thing() {
        return new ThingRef("topic", id);
    }
}
