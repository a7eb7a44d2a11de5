package org.commonweal.hub.accounts;

/** Deleting an account: refused to the last administrator, and not done without the box ticked. */
public record DeleteView(boolean lastAdministrator, boolean unsure) {}
