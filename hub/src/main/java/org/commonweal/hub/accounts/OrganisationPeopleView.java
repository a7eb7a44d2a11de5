package org.commonweal.hub.accounts;

import java.util.List;
import org.commonweal.hub.frame.ScopeNames;

/** The people who hold a role in an organisation, and its invitations. */
public record OrganisationPeopleView(
        ScopeNames.Named organisation, List<PeopleView.Row> rows, InvitationsView invitations) {}
