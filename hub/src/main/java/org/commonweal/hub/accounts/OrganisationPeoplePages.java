package org.commonweal.hub.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.ScopeNames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The people of one organisation: its editors see who holds a role in it, invite others, and take roles away. */
@Controller
@Access(Access.Who.CHECKED_INSIDE)
@RequestMapping("/organisations/{address}/people")
class OrganisationPeoplePages {
    private static final String PERMISSION = "organisation.invite";
    private static final Set<String> ROLES = Set.of("editor", "reviewer", "member");
    static final Set<String> KEEPERS = Set.of("administrator", "editor");
    private static final int INVITED_PER_DAY = 100;
    private final Pages pages;
    private final ScopeNames names;
    private final People people;
    private final Rights rights;
    private final Invitations invitations;
    private final Limits limits;

    OrganisationPeoplePages(
            Pages pages, ScopeNames names, People people, Rights rights, Invitations invitations, Limits limits) {
        this.pages = pages;
        this.names = names;
        this.people = people;
        this.rights = rights;
        this.invitations = invitations;
        this.limits = limits;
    }

    @GetMapping
    View list(@PathVariable String address) {
        return show(require(address), "", "");
    }

    /** Shows the link on the answer itself: it is told once and stored nowhere. */
    @PostMapping("/invitations")
    View invite(@PathVariable String address, @RequestParam String role, @RequestParam(defaultValue = "") String note) {
        ScopeNames.Named organisation = require(address);
        if (!ROLES.contains(role)) throw Refusal.invalid("There is no role " + role + " in an organisation.");
        limits.require("invitation by", Actor.requirePerson().toString(), INVITED_PER_DAY, Duration.ofDays(1));
        return show(organisation, invitations.make(role, organisation.scope(), note), role);
    }

    @PostMapping("/invitations/{id}/revoke")
    View revokeInvitation(@PathVariable String address, @PathVariable UUID id) {
        ScopeNames.Named organisation = require(address);
        invitations.revoke(id, organisation.scope());
        return new RedirectView(organisation.path() + "/people");
    }

    @PostMapping("/{id}/revoke")
    View revoke(@PathVariable String address, @PathVariable UUID id, @RequestParam UUID grant) {
        ScopeNames.Named organisation = require(address);
        Rights.Grant taken = rights.listOn(organisation.scope()).getOrDefault(id, List.of()).stream()
                .filter(one -> one.id().equals(grant))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!KEEPERS.contains(taken.role())) rights.revoke(grant);
        else if (!rights.revokeUnlessLast(taken, KEEPERS))
            throw Refusal.conflict("An organisation needs an editor. Invite another one first.");
        return new RedirectView(
                rights.has(PERMISSION, organisation.scope()) ? organisation.path() + "/people" : organisation.path());
    }

    private View show(ScopeNames.Named organisation, String newPath, String newRole) {
        Map<UUID, List<Rights.Grant>> held = rights.listOn(organisation.scope());
        List<PeopleView.Row> rows = people.list(held.keySet()).stream()
                .map(person -> new PeopleView.Row(person, held.get(person.id())))
                .toList();
        String path = organisation.path() + "/people";
        String link = newPath.isEmpty() ? "" : pages.page().absolute(newPath);
        return pages.show(
                "accounts/organisation-people",
                new OrganisationPeopleView(
                        organisation,
                        rows,
                        new InvitationsView(
                                path + "/invitations",
                                invitations.listFor(organisation.scope()),
                                ROLES,
                                link,
                                newRole)));
    }

    /** @throws Refusal (404) when there is no such organisation, (403) for who may not invite into it */
    private ScopeNames.Named require(String address) {
        ScopeNames.Named found = names.findOrganisation(address).orElseThrow(Refusal::notFound);
        rights.require(PERMISSION, found.scope());
        return found;
    }
}
