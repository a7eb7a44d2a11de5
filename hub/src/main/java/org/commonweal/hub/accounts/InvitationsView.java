package org.commonweal.hub.accounts;

import java.util.List;
import java.util.Set;

/** The hub's invitations, with the link of the one just made, or empty. */
public record InvitationsView(
        List<Invitations.Invitation> invitations, Set<String> roles, String newLink, String newRole) {}
