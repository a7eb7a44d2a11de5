package org.commonweal.hub.frame;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Says where a grant holds, in words; the room that knows organisations implements it for those that know people. */
public interface ScopeNames {
    /** @param path of its page */
    record Named(Scope scope, String name, String path) {}

    /** @param address the last part of an organisation's path */
    Optional<Named> findOrganisation(String address);

    /** Those of these that have a name; the whole hub has none here. */
    Map<Scope, Named> listNames(Collection<Scope> scopes);
}
