package org.commonweal.hub.accounts;

import java.util.List;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Spring Security's table of passkeys, with a line in the audit trail for each that comes or goes. */
record NotedPasskeys(UserCredentialRepository table, Audit audit) implements UserCredentialRepository {
    @Override
    public void save(CredentialRecord passkey) {
        // Each sign-in saves it too, for its count of uses.
        boolean added = findByCredentialId(passkey.getCredentialId()) == null;
        table.save(passkey);
        if (added) note("passkey.added");
    }

    @Override
    public void delete(Bytes passkey) {
        boolean there = findByCredentialId(passkey) != null;
        table.delete(passkey);
        if (there) note("passkey.removed");
    }

    private void note(String action) {
        audit.note(action, new ThingRef(Actor.PERSON, Actor.requirePerson()));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes passkey) {
        return table.findByCredentialId(passkey);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes holder) {
        return table.findByUserId(holder);
    }
}
