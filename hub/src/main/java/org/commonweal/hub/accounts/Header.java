package org.commonweal.hub.accounts;

import java.util.Optional;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Viewers;
import org.springframework.stereotype.Component;

@Component
class Header implements Viewers {
    private final People people;
    private final Rights rights;

    Header(People people, Rights rights) {
        this.people = people;
        this.rights = rights;
    }

    @Override
    public Optional<Page.Viewer> find() {
        return Actor.findPerson()
                .flatMap(people::find)
                .map(person -> new Page.Viewer(person.callName(), rights.has("hub.settings", Scope.HUB)));
    }
}
