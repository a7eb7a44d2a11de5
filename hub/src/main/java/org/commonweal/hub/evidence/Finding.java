package org.commonweal.hub.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;

/**
 * The head of a finding: what lists and addresses need; what it says stands in its versions.
 *
 * @param version the latest one
 * @param withdrawnAt null while it stands
 */
public record Finding(
        UUID id,
        UUID organisation,
        String organisationName,
        ThingRef source,
        String sourceTitle,
        List<String> topics,
        String title,
        String limitations,
        String language,
        Spec spec,
        int version,
        Instant firstPublishedAt,
        Instant publishedAt,
        @Nullable Instant withdrawnAt) {
    static final String KIND = "finding";

    public ThingRef thing() {
        return new ThingRef(KIND, id);
    }

    public String address() {
        return Ids.address(title, id);
    }

    public String path() {
        return "/findings/" + address();
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
