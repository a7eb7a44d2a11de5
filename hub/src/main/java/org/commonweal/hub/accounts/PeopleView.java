package org.commonweal.hub.accounts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ScopeNames;

/** A page of the hub's people with their roles, and the names of where these hold. */
public record PeopleView(
        List<Row> rows, Map<Scope, ScopeNames.Named> names, int page, boolean more, Set<String> roles) {
    public record Row(People.Person person, List<Rights.Grant> grants) {}
}
