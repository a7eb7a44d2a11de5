package org.commonweal.hub.demo;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.accounts.People;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts: accounts named by what they do, at addresses that no letter reaches (RFC 2606 keeps example.org). */
@Component
class Troupe {
    private final People people;
    private final Rights rights;
    private final Audit audit;
    private final Settings settings;
    private final Invitations invitations;
    private final Mail mail;

    Troupe(People people, Rights rights, Audit audit, Settings settings, Invitations invitations, Mail mail) {
        this.people = people;
        this.rights = rights;
        this.audit = audit;
        this.settings = settings;
        this.invitations = invitations;
        this.mail = mail;
    }

    /**
     * @param keeper administrator of the hub
     * @param water and the others: editors of their organisations
     * @param second who looks at what others asked for
     */
    record Cast(UUID keeper, UUID water, UUID stops, UUID air, UUID rooms, UUID second) {}

    Cast make() {
        UUID keeper = person("keeper", "Keeper of this hub");
        grant(keeper, "administrator");
        as(keeper, () -> {
            settings.put(Settings.NAME, "Commons of Wadi Mithal");
            audit.note("hub.renamed", new ThingRef("hub", Scope.HUB.id()));
            return null;
        });
        Cast cast = new Cast(
                keeper,
                person("water", "Editor, water circle"),
                person("stops", "Editor, bus stops"),
                person("air", "Editor, air workshop"),
                person("rooms", "Editor, reading rooms"),
                person("second", "Second reviewer"));
        as(keeper, () -> {
            grant(cast.second(), "reviewer");
            return null;
        });
        return cast;
    }

    /** An invitation that nobody has followed yet, and the letters that wait because no mail is set up. */
    void leaveLetters(Cast cast) {
        as(cast.keeper(), () -> {
            invitations.make("member", Scope.HUB, "For the new colleague at the town desk");
            // Where this machine can send mail, an invented letter must not leave it.
            if (mail.isConfigured()) return null;
            String link = settings.publicUrl() + invitations.make("reviewer", Scope.HUB, "For a third pair of eyes");
            mail.send(new Mail.Letter(
                    "third@example.org",
                    "An invitation to review reports",
                    "Hello,\n\nyou are invited to look at reports on this hub, as one of its reviewers:\n\n" + link
                            + "\n\nThe link works once, within two weeks.\n\nThe keeper of the hub\n"));
            return null;
        });
    }

    private UUID person(String local, String name) {
        UUID id = people.create(local + "@example.org");
        people.setName(id, name);
        return id;
    }

    private void grant(UUID person, String role) {
        rights.grant(new Actor(Actor.PERSON, person), role, Scope.HUB);
    }

    /** Does something as a person who is signed in. */
    static <T> T as(UUID person, Supplier<T> deed) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new Actor(Actor.PERSON, person).toString(), "", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
