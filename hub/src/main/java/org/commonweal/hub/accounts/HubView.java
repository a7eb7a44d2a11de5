package org.commonweal.hub.accounts;

/** The hub's own settings as an administrator sees them. */
public record HubView(String name, String publicUrl, boolean publicUrlSet, boolean mailConfigured, String done) {}
