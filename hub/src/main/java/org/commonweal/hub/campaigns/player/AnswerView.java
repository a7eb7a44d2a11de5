package org.commonweal.hub.campaigns.player;

import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Fact;
import org.commonweal.hub.frame.look.Faults;

/**
 * One page of a form.
 *
 * @param promises what is said before anything is asked, empty on all but the first page
 * @param part which of {@code parts} pages with questions this is, 0 for the consent
 * @param more whether answers just opened further questions
 * @param stamp of the state that the hub has, for the script
 */
public record AnswerView(
        Campaign campaign,
        String title,
        String heading,
        List<Fact> promises,
        int page,
        int part,
        int parts,
        boolean first,
        boolean last,
        List<Block> blocks,
        Faults faults,
        boolean more,
        boolean begun,
        boolean kept,
        List<Choice> languages,
        Tongue tongue,
        long stamp) {

    public String path() {
        return campaign.path() + "/answer";
    }

    /** Whether this is the page of the consent. */
    public boolean welcomes() {
        return part == 0;
    }
}
