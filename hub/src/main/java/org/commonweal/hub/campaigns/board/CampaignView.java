package org.commonweal.hub.campaigns.board;

import gg.jte.Content;
import java.util.List;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.look.ChainLink;
import org.commonweal.hub.frame.look.Chip;
import org.commonweal.hub.frame.look.Fact;
import org.commonweal.hub.frame.look.Figure;
import org.commonweal.hub.frame.look.State;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's page.
 *
 * @param call what is asked for, in the reader's language
 * @param answer where one answers, "" when it takes no answers on the web
 * @param becomes what happens with the answers, in three steps
 * @param count of the reports, as it may be told
 * @param map null when there is nothing to map
 * @param came what has come of it so far
 * @param edit where its owner changes it, "" for other readers
 * @param review where its reviewers look at the answers, "" for other readers
 */
public record CampaignView(
        Call call,
        State state,
        String stateTold,
        String path,
        String answer,
        List<String> becomes,
        Figure count,
        @Nullable MapView map,
        List<ChainLink> came,
        List<Fact> facts,
        List<Chip> topics,
        String address,
        Content code,
        List<Content> panels,
        String edit,
        String review) {

    /**
     * What a poster tells too.
     *
     * @param why one to three lines
     * @param until a whole phrase such as «Open until 2 December 2026», "" when open-ended
     */
    public record Call(
            String title, List<String> why, String asker, String askerPath, String place, int minutes, String until) {}

    /**
     * Cells with reports, or only the place.
     *
     * @param least and most of the reports behind the shades, 0 when there are none
     */
    public record MapView(Drawing drawing, long least, long most) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
