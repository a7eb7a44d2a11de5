package org.commonweal.hub.accounts;

/** An open invitation as the invited person sees it. */
public record InvitationView(String action, Invitations.Invitation invitation) {}
