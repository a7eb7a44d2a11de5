package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The first step.
 *
 * @param desk null while the campaign is not yet made
 * @param askers the organisations to choose from, only for a new campaign
 */
public record AboutView(
        @Nullable DeskView desk,
        AboutForm form,
        Faults faults,
        List<Choice> askers,
        List<Choice> languages,
        List<Choice> topics,
        List<Choice> countries,
        List<Choice> zones) {}
