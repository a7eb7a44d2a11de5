package org.commonweal.hub.evidence;

import java.util.UUID;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer prepares.
 *
 * @param corrects the finding of which this is to become the next version; null for a new one
 * @param begunFrom the version of it whose words and question this began with; 0 for a new one
 * @param reason of a correction, "" for a new finding
 * @param publishedVersion null while it is open
 */
record Draft(
        UUID id,
        @Nullable UUID corrects,
        int begunFrom,
        UUID organisation,
        ThingRef source,
        Spec spec,
        String language,
        String title,
        String limitations,
        String reason,
        @Nullable Integer publishedVersion) {
    /** The identifier of the finding that it becomes. */
    UUID finding() {
        return corrects == null ? id : corrects;
    }

    String path() {
        return "/findings/drafts/" + id;
    }

    Draft because(String why) {
        return new Draft(
                id,
                corrects,
                begunFrom,
                organisation,
                source,
                spec,
                language,
                title,
                limitations,
                why,
                publishedVersion);
    }

    Draft with(Spec other, DraftForm form) {
        return new Draft(
                id,
                corrects,
                begunFrom,
                organisation,
                source,
                other,
                form.language(),
                form.title(),
                form.limitations(),
                form.reason(),
                publishedVersion);
    }
}
