package org.commonweal.hub.accounts;

import java.util.List;
import java.util.Set;
import org.commonweal.hub.frame.Rights;

/** A page of the hub's people with their roles. */
public record PeopleView(List<Row> rows, int page, boolean more, Set<String> roles) {
    public record Row(People.Person person, List<Rights.Grant> grants) {}
}
