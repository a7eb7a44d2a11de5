package org.commonweal.hub.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Limits;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.ScopeNames;
import org.commonweal.hub.frame.Secret;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Accepting an invitation: with the account one has, or with a new one made by the tap. */
@Controller
@Access(Access.Who.ANYONE)
class InvitationPages {
    private final Pages pages;
    private final Invitations invitations;
    private final People people;
    private final ScopeNames names;
    private final Limits limits;
    private final TransactionTemplate transaction;
    private final SecurityContextRepository contexts;

    InvitationPages(
            Pages pages,
            Invitations invitations,
            People people,
            ScopeNames names,
            Limits limits,
            TransactionTemplate transaction,
            SecurityContextRepository contexts) {
        this.pages = pages;
        this.invitations = invitations;
        this.people = people;
        this.names = names;
        this.limits = limits;
        this.transaction = transaction;
        this.contexts = contexts;
    }

    @GetMapping("/invitations/{secret}")
    View show(@PathVariable String secret) {
        return invitations
                .findOpen(new Secret(secret))
                .map(open -> pages.show(
                        "accounts/invitation",
                        new InvitationView(
                                "/invitations/" + secret,
                                open,
                                names.listNames(List.of(open.scope())).get(open.scope()))))
                .orElseGet(() -> pages.show("accounts/link-used", true));
    }

    @PostMapping("/invitations/{secret}")
    View accept(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        limits.require("link from", request.getRemoteAddr(), 1_000, Duration.ofMinutes(15));
        Optional<UUID> present = Actor.findPerson();
        UUID person = transaction.execute(status -> {
            UUID accepting = present.orElseGet(() -> people.create(""));
            if (invitations.accept(new Secret(secret), accepting)) return accepting;
            status.setRollbackOnly();
            return null;
        });
        if (person == null) return pages.show("accounts/link-used", true);
        if (present.isEmpty()) Sessions.begin(person, contexts, request, response);
        return new RedirectView("/account");
    }
}
