package org.commonweal.hub.evidence;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.commonweal.hub.frame.Links.Link;
import org.commonweal.hub.frame.look.ChainLink;
import org.commonweal.hub.frame.look.Crumb;
import org.commonweal.hub.frame.look.State;

/**
 * A version of a finding on its page.
 *
 * @param path of the finding itself
 * @param versionPath of this version
 * @param latestPath of the version that replaces this one, "" when this is the latest
 * @param panels what other rooms show, such as the log's proof
 * @param led where it led
 * @param keeps whether the reader may correct and withdraw it
 * @param audits whether the reader may take the file for auditors
 */
public record FindingView(
        String path,
        String versionPath,
        String latestPath,
        List<Crumb> crumbs,
        State state,
        String told,
        String organisation,
        Instant at,
        List<ChainLink> chain,
        BodyView body,
        List<Content> panels,
        boolean hasGeography,
        Citation citation,
        List<Line> versions,
        List<Link> led,
        boolean keeps,
        boolean audits) {

    /**
     * One version in the list of corrections.
     *
     * @param reason "" for the first
     * @param changes against the one before
     */
    public record Line(int number, String path, Instant at, String reason, List<String> changes, boolean shown) {}
}
