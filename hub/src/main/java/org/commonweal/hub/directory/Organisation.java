package org.commonweal.hub.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Text;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with all that the directory knows of it.
 *
 * @param kind one of {@link Kinds#ALL}, "" when unknown
 * @param size how many people work there, such as «6-10», "" when unknown
 * @param founded null when unknown
 * @param listedOn since when it stands in a directory, null when unknown
 * @param topics slugs of its own topics
 * @param allTopics slugs of its own topics and those of its projects
 * @param source the import it came by, "" when it was made here
 */
public record Organisation(
        UUID id,
        String name,
        Text summary,
        Text story,
        String kind,
        String size,
        String website,
        Spot spot,
        String address,
        @Nullable LocalDate founded,
        @Nullable LocalDate listedOn,
        List<String> topics,
        List<String> allTopics,
        List<String> tags,
        List<String> networks,
        int projectCount,
        String source) {
    public OrganisationRef ref() {
        return new OrganisationRef(id, name);
    }

    public String path() {
        return ref().path();
    }
}
