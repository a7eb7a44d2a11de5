package org.commonweal.hub.directory;

import java.util.List;

/**
 * The question before an organisation is deleted.
 *
 * @param ties what hangs on it; it can be deleted only when there is none
 * @param people how many have a role in it
 */
public record DeletionView(OrganisationRef organisation, List<String> ties, int people) {}
