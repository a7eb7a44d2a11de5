package org.commonweal.hub.campaigns.owner;

import java.util.Arrays;
import java.util.List;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The first step.
 *
 * @param desk null while the campaign is not yet made
 * @param seen what the fields were drawn from ({@link org.commonweal.hub.frame.look.Seen}), "" for a new campaign
 * @param zoneHere the zone that is likely when neither owner nor country tells one; the browser knows better
 * @param askers the organisations to choose from, only for a new campaign
 */
public record AboutView(
        @Nullable DeskView desk,
        String seen,
        AboutForm form,
        Faults faults,
        List<Choice> askers,
        List<Choice> languages,
        List<Choice> topics,
        List<Choice> countries,
        List<Choice> zones,
        String zoneHere) {
    /** Whether there may be more organisations than stand in the list. */
    public boolean askersEnd() {
        return askers.size() >= Desk.MOST_ASKERS;
    }

    /** What may stay as proposed lies below folds; all that the check before it opens demands stands above them. */
    public boolean opensHow() {
        return isFaulty("minutes", "anonymous");
    }

    public boolean opensDays() {
        return isFaulty("closes", "zone");
    }

    public boolean opensPoint() {
        return isFaulty("latitude", "longitude");
    }

    private boolean isFaulty(String... fields) {
        return Arrays.stream(fields).anyMatch(field -> faults.at(field) != null || faults.now(field) != null);
    }
}
