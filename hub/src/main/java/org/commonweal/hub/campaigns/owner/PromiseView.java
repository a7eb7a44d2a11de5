package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;

/**
 * The second step.
 *
 * @param seen what the fields were drawn from ({@link org.commonweal.hub.frame.look.Seen})
 * @param opened whether people have been promised this already
 * @param refusal why it may not speak of things, "" where nobody refused
 */
public record PromiseView(
        DeskView desk,
        String seen,
        PromiseForm form,
        Faults faults,
        List<Choice> units,
        boolean opened,
        String refusal) {}
