package org.commonweal.hub.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.frame.look.Refusing;

/**
 * The organisations that wait to be looked at, the oldest first.
 *
 * @param namesakes by organisation, the others that have its name
 * @param refused and did not ask again
 * @param refusing what was just refused without words
 * @param deleted whether one was deleted just now
 */
public record WaitingView(
        List<Organisation> organisations,
        Map<UUID, List<OrganisationRef>> namesakes,
        List<Organisation> refused,
        Refusing refusing,
        boolean deleted) {}
