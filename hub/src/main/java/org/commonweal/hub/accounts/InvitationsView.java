package org.commonweal.hub.accounts;

import java.util.List;
import java.util.Set;

/**
 * The invitations of the hub or of an organisation.
 *
 * @param path where one is made
 * @param newLink of the one just made, with its role, or both ""
 */
public record InvitationsView(
        String path, List<Invitations.Invitation> invitations, Set<String> roles, String newLink, String newRole) {}
