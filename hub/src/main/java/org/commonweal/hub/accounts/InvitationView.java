package org.commonweal.hub.accounts;

import org.commonweal.hub.frame.ScopeNames;
import org.jspecify.annotations.Nullable;

/**
 * An open invitation as the invited person sees it.
 *
 * @param where the one thing it is for, null for the whole hub
 */
public record InvitationView(String action, Invitations.Invitation invitation, ScopeNames.@Nullable Named where) {}
