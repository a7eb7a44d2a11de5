package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;

/**
 * The second step.
 *
 * @param opened whether people have been promised this already
 */
public record PromiseView(DeskView desk, PromiseForm form, Faults faults, List<Choice> units, boolean opened) {}
