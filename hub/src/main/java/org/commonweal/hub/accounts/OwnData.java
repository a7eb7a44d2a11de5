package org.commonweal.hub.accounts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.PersonRecords;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** What a person takes along: all that the hub holds of them and can read. */
@Component
class OwnData {
    private final People people;
    private final Rights rights;
    private final UserCredentialRepository passkeys;
    private final Invitations invitations;
    private final Audit audit;
    private final List<PersonRecords> rooms;

    OwnData(
            People people,
            Rights rights,
            UserCredentialRepository passkeys,
            Invitations invitations,
            Audit audit,
            List<PersonRecords> rooms) {
        this.people = people;
        this.rights = rights;
        this.passkeys = passkeys;
        this.invitations = invitations;
        this.audit = audit;
        this.rooms = rooms;
    }

    /** @param by «you», «hub» or «somebody else», whose identifier is not the reader's to have */
    private record Deed(Instant at, String by, String action, String thing, String detail) {}

    /** By section, as it becomes JSON. */
    Map<String, Object> of(UUID person) {
        Actor actor = new Actor(Actor.PERSON, person);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("person", people.find(person).orElseThrow(Refusal::notFound));
        all.put("grants", rights.listFor(actor));
        all.put("passkeys", passkeys(person));
        all.put("invitations", invitations.listMadeBy(person));
        rooms.forEach(room -> all.put(room.section(), room.export(person)));
        all.put(
                "audit",
                audit.listByOrAbout(actor).stream()
                        .map(line -> deed(line, actor.toString()))
                        .toList());
        return all;
    }

    List<AccountView.Passkey> passkeys(UUID person) {
        return passkeys.findByUserId(Passkeys.handle(person)).stream()
                .map(key -> new AccountView.Passkey(
                        key.getCredentialId().toBase64UrlString(), key.getLabel(), key.getCreated(), key.getLastUsed()))
                .toList();
    }

    private static Deed deed(Audit.Line line, String own) {
        String by = line.actor().equals(own) ? "you" : line.actor().equals("hub") ? "hub" : "somebody else";
        return new Deed(line.at(), by, line.action(), line.thing(), line.detail());
    }
}
