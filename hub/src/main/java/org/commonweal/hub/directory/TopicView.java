package org.commonweal.hub.directory;

import gg.jte.Content;
import java.util.List;
import org.commonweal.hub.frame.look.ChainLink;
import org.commonweal.hub.frame.look.Crumb;

/**
 * One topic: how many there are, the first of each list, and what other rooms link to it.
 *
 * @param organisationsPath the list of its organisations
 */
public record TopicView(
        Topic topic,
        List<Crumb> crumbs,
        long organisations,
        String organisationsPath,
        List<OrganisationRef> firstOrganisations,
        long projects,
        String projectsPath,
        List<ProjectRef> firstProjects,
        List<ChainLink> chain,
        List<Content> panels) {}
