package org.commonweal.hub.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Text;
import org.jspecify.annotations.Nullable;

/**
 * A project with all that the directory knows of it.
 *
 * @param owner the organisation that may change it, null while nobody knows
 * @param listedOn since when it stands in a directory, null when unknown
 * @param source the import it came by, "" when it was made here
 */
public record Project(
        UUID id,
        @Nullable UUID owner,
        String name,
        Text summary,
        Text story,
        Text impact,
        String website,
        Spot spot,
        @Nullable LocalDate started,
        @Nullable LocalDate ended,
        @Nullable LocalDate listedOn,
        List<String> topics,
        List<String> tags,
        List<String> countries,
        String source) {
    public ProjectRef ref() {
        return new ProjectRef(id, name);
    }

    public String path() {
        return ref().path();
    }
}
