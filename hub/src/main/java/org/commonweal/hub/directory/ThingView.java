package org.commonweal.hub.directory;

import gg.jte.Content;
import java.util.List;
import org.commonweal.hub.frame.drawing.Drawing;
import org.commonweal.hub.frame.look.ChainLink;
import org.commonweal.hub.frame.look.Chip;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The page of an organisation or a project.
 *
 * @param edit where it is changed, "" when the reader may not
 * @param add where a project of this organisation is added, "" when the reader may not
 * @param campaign where a campaign of this organisation is begun, "" when the reader may not
 * @param people where its people are kept, "" when the reader may not
 * @param map null when no point is known
 * @param mapNote what must be said of the point, "" for nothing
 * @param neighbours title of the list of projects or organisations
 * @param chain what has come of it, as other rooms wrote into the graph
 * @param panels pieces that upper rooms offer
 * @param waits whether nobody who keeps the hub has looked at it yet
 * @param refused why it was refused, "" when it was not and for who may not change it
 * @param delete where it is deleted, "" when the reader may not
 */
public record ThingView(
        String title,
        List<Crumb> crumbs,
        String edit,
        String add,
        String campaign,
        String people,
        Prose summary,
        List<Prose> parts,
        List<Chip> topics,
        List<String> tags,
        List<Fact> facts,
        @Nullable Drawing map,
        String mapNote,
        String neighboursTitle,
        List<Neighbour> neighbours,
        List<ChainLink> chain,
        List<Content> panels,
        boolean waits,
        String refused,
        String delete) {
    /** Its own address, for whoever may change it. */
    public String self() {
        return edit.replaceFirst("/edit$", "");
    }

    /** A text in paragraphs, with a title or "" and its language, "" where that is the page's own. */
    public record Prose(String title, List<String> paragraphs, String language) {
        public String first() {
            return paragraphs.isEmpty() ? "" : paragraphs.getFirst();
        }
    }

    /** A project of the organisation, or an organisation of the project, and its part in it. */
    public record Neighbour(String path, String name, String role) {}
}
