package org.commonweal.hub.accounts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.WayBack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way back for administrators whom no letter reaches: a link made by whoever owns the hub's data. */
@Component
class ComingBack implements WayBack {
    private final SignInLinks links;
    private final People people;
    private final Rights rights;
    private final Audit audit;

    ComingBack(SignInLinks links, People people, Rights rights, Audit audit) {
        this.links = links;
        this.people = people;
        this.rights = rights;
        this.audit = audit;
    }

    @Override
    public List<Administrator> list() {
        return rights.listPersons(SignInLinks.ADMINISTRATOR, Scope.HUB).stream()
                .map(people::find)
                .flatMap(Optional::stream)
                .map(person -> new Administrator(person.id(), Ids.tail(person.id()), label(person)))
                .toList();
    }

    @Override
    @Transactional
    public String make(UUID administrator) {
        audit.note("account.link-made", new ThingRef(Actor.PERSON, administrator), "on the command line");
        return links.makeForAdministrator(administrator);
    }

    // Whoever reads this knows their people by the beginning of an address; a terminal's history need not keep it
    // whole.
    private static String label(People.Person person) {
        String name = person.name().isEmpty() ? "no name" : person.name().replaceAll("\\p{Cntrl}+", " ");
        String address =
                person.email().isEmpty() ? "no address" : person.email().replaceFirst("^(.{1,2})[^@]*", "$1…");
        return name + ", " + address + ", here since " + LocalDate.ofInstant(person.since(), ZoneOffset.UTC);
    }
}
