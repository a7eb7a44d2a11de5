package org.commonweal.hub.accounts;

/** The hub's own settings as an administrator sees them; with why the last letter did not leave, or "". */
public record HubView(
        String name, String publicUrl, boolean publicUrlSet, boolean mailConfigured, String mailFault, String done) {}
