/**
 * People: how they come in (a mailed link, a passkey, an invitation), what the hub knows of them, and how they leave.
 *
 * <p>Owns the schema {@code accounts} and the tables {@code private.identity} and {@code private.person_key}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"frame", "frame :: look"})
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.accounts;
