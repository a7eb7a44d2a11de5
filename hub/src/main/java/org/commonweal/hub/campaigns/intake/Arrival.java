package org.commonweal.hub.campaigns.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Files;
import org.jspecify.annotations.Nullable;

/**
 * A submission at the door: read, its files durable on the disk, but not yet in the database.
 *
 * @param source {@code openrosa}, {@code web}, {@code sensor} or {@code import}
 * @param instanceId never empty; made from the content's digest when the document names none
 * @param replaces the instance it edits, empty when it is new
 * @param answersJson the answers as JSON
 * @param contributor 32 bytes that tell contributors of the campaign apart, null when nobody can be told
 * @param linkDigest of the secret in the contributor's private link, null when none was given out
 * @param latitude degrees, NaN when it names no place
 * @param deleteAfter the last day on which it is kept, as promised when it came
 * @param files what came along; {@code expected} are the names the answers speak of
 */
public record Arrival(
        UUID id,
        UUID campaign,
        @Nullable UUID form,
        String source,
        @Nullable UUID token,
        @Nullable UUID person,
        String instanceId,
        String replaces,
        String xml,
        byte[] sha256,
        String answersJson,
        Instant observedAt,
        byte @Nullable [] contributor,
        byte @Nullable [] linkDigest,
        double latitude,
        double longitude,
        LocalDate deleteAfter,
        List<Named> files) {

    /** A file of a submission; {@code content} is null for one that is named but has not come. */
    public record Named(String name, Files.@Nullable Content content) {}

    /** The same, speaking of another time: what a table or a device says of itself. */
    public Arrival observedAt(Instant at) {
        return new Arrival(
                id,
                campaign,
                form,
                source,
                token,
                person,
                instanceId,
                replaces,
                xml,
                sha256,
                answersJson,
                at,
                contributor,
                linkDigest,
                latitude,
                longitude,
                deleteAfter,
                files);
    }
}
