package org.commonweal.hub.accounts;

import org.commonweal.hub.frame.look.Faults;

/** The hub's own settings as an administrator sees them; with why the last letter did not leave, or "". */
public record HubView(
        String name,
        Faults faults,
        String publicUrl,
        boolean publicUrlSet,
        boolean mailConfigured,
        String mailFault,
        String done) {}
