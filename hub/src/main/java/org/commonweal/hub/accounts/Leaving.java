package org.commonweal.hub.accounts;

import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Mail;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ThingRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody deletes their account: all of it goes, or nothing. */
@Component
class Leaving {
    static final String ADMINISTRATOR = "administrator";

    private final People people;
    private final Rights rights;
    private final SignInLinks links;
    private final Mail mail;
    private final Audit audit;

    Leaving(People people, Rights rights, SignInLinks links, Mail mail, Audit audit) {
        this.people = people;
        this.rights = rights;
        this.links = links;
        this.mail = mail;
        this.audit = audit;
    }

    /** @return false for the hub's last administrator, who stays */
    @Transactional
    boolean leave(UUID person) {
        String email = people.find(person).orElseThrow(Refusal::notFound).email();
        // First, for it holds back another administrator who leaves at the same moment.
        if (!rights.revokeAllUnlessLast(person, ADMINISTRATOR, Scope.HUB)) return false;
        audit.note(Audit.ERASED, new ThingRef(Actor.PERSON, person));
        people.erase(person);
        if (!email.isEmpty()) {
            links.forget(email);
            mail.forget(email);
        }
        return true;
    }
}
