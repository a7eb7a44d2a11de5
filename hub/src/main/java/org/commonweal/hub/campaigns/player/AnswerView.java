package org.commonweal.hub.campaigns.player;

import java.time.Instant;
import java.util.List;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Fact;
import org.commonweal.hub.frame.look.Faults;
import org.jspecify.annotations.Nullable;

/**
 * One page of a form.
 *
 * @param path where it is sent
 * @param shelf tells the script what it keeps on the device for this page
 * @param trial whether an owner tries the form, and nothing comes of it
 * @param promises what is said before anything is asked, empty on all but the first page
 * @param part which of {@code parts} pages with questions this is, 0 for the consent
 * @param more whether answers just opened further questions
 * @param stamp of the state that the hub has, for the script
 * @param heard of each page of the draft what the hub heard last, for the script
 * @param drawn tells this page from all others of the draft
 * @param answered when answers were sent from this device before, null when none were
 */
public record AnswerView(
        Campaign campaign,
        String path,
        String shelf,
        boolean trial,
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
        long stamp,
        String heard,
        String drawn,
        @Nullable Instant answered) {

    /** What a script need not send: the hub would not keep it. */
    public long largestFileBytes() {
        return Sent.LARGEST_FILE;
    }

    /** The same for the files of one page together. */
    public long largestFilesBytes() {
        return Sent.LARGEST_FILES;
    }

    /** Whether this is the page of the consent. */
    public boolean welcomes() {
        return part == 0;
    }
}
