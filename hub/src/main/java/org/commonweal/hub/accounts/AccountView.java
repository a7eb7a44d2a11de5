package org.commonweal.hub.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ScopeNames;

/**
 * The account page.
 *
 * @param keepsMail whether this person may open the outbox
 * @param done what was just done, as the tail of a message key, or empty
 * @param error the message key of what was wrong, or empty
 */
public record AccountView(
        People.Person person,
        List<Rights.Grant> grants,
        Map<Scope, ScopeNames.Named> names,
        List<Passkey> passkeys,
        boolean mailConfigured,
        boolean keepsMail,
        String done,
        String error) {
    /** A passkey as its holder sees it. */
    public record Passkey(String id, String label, Instant created, Instant lastUsed) {}
}
