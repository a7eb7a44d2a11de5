package org.commonweal.hub.accounts;

/**
 * A link that makes an address a person's own.
 *
 * @param theirs whether the person who asked for it is signed in here; nobody else may use it
 * @param taken whether it was used and another account has the address
 */
public record AddressView(String action, boolean theirs, boolean taken) {}
