package org.commonweal.hub.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.frame.look.Refusing;
import org.jspecify.annotations.Nullable;

/**
 * The organisations that wait to be looked at, the oldest first.
 *
 * @param namesakes by organisation, the others that have its name
 * @param refused and did not ask again
 * @param refusing what was just refused without words
 * @param deleted whether one was deleted just now
 * @param meanwhile what somebody else was faster with, null for nothing
 */
public record WaitingView(
        List<Organisation> organisations,
        Map<UUID, List<OrganisationRef>> namesakes,
        List<Organisation> refused,
        Refusing refusing,
        boolean deleted,
        @Nullable Meanwhile meanwhile) {

    /**
     * An organisation that does not stand any more as whoever decided on it was shown it.
     *
     * @param now {@code accepted}, {@code refused} or {@code waits}
     * @param reason of the refusal, "" for none
     * @param words with which it was to be refused once more, "" for none
     */
    public record Meanwhile(String name, String path, String now, String reason, String words) {}
}
