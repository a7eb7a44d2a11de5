package org.commonweal.hub.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ScopeNames;
import org.commonweal.hub.frame.look.Choice;
import org.springframework.stereotype.Component;

/** The audit trail as administrators read it: the trail holds no names, so they are looked up as they are now. */
@Component
class Trail {
    private static final int PER_PAGE = 50;
    private static final Pattern REF =
            Pattern.compile("(person|organisation):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private final Audit audit;
    private final People people;
    private final ScopeNames names;

    Trail(Audit audit, People people, ScopeNames names) {
        this.audit = audit;
        this.people = people;
        this.names = names;
    }

    private record Known(Map<UUID, People.Person> people, Map<Scope, ScopeNames.Named> organisations) {}

    AuditView view(Page page, long before, AuditQuery query) {
        List<Audit.Line> lines = audit.listBefore(before, query.wanted(), PER_PAGE);
        Known known =
                know(Stream.concat(Stream.of(query.about()), lines.stream().flatMap(Trail::codes)));
        return new AuditView(
                lines.stream().map(line -> row(page, known, line)).toList(),
                audit.listActions().stream()
                        .map(one -> new Choice(one, said(page, one).isEmpty() ? one : said(page, one)))
                        .toList(),
                query,
                named(page, known, query.about()),
                lines.size() == PER_PAGE ? lines.getLast().number() : 0);
    }

    // One query for all persons of a page, one for all organisations.
    private Known know(Stream<String> codes) {
        List<Matcher> refs = codes.map(REF::matcher).filter(Matcher::find).toList();
        Map<UUID, People.Person> persons = people.list(ids(refs, Actor.PERSON)).stream()
                .collect(Collectors.toMap(People.Person::id, Function.identity()));
        Collection<Scope> organisations =
                ids(refs, "organisation").stream().map(Scope::organisation).toList();
        return new Known(persons, names.listNames(organisations));
    }

    private static Stream<String> codes(Audit.Line line) {
        return Stream.of(line.actor(), line.thing(), line.detail());
    }

    private static Set<UUID> ids(List<Matcher> refs, String kind) {
        return refs.stream()
                .filter(ref -> ref.group(1).equals(kind))
                .map(ref -> UUID.fromString(ref.group(2)))
                .collect(Collectors.toSet());
    }

    private static AuditView.Row row(Page page, Known known, Audit.Line line) {
        return new AuditView.Row(
                line.at(),
                named(page, known, line.actor()),
                line.action(),
                said(page, line.action()),
                REF.matcher(line.detail()).replaceAll(ref -> {
                    String words = named(page, known, ref.group()).words();
                    return Matcher.quoteReplacement(words.isEmpty() ? ref.group() : words);
                }),
                named(page, known, line.thing()));
    }

    private static AuditView.Named named(Page page, Known known, String code) {
        if (code.equals("hub") || code.startsWith("hub:"))
            return new AuditView.Named(page.t("accounts.audit.hub"), "", "");
        Matcher ref = REF.matcher(code);
        if (!ref.matches()) return new AuditView.Named("", "", code);
        UUID id = UUID.fromString(ref.group(2));
        if (ref.group(1).equals(Actor.PERSON)) {
            People.Person person = known.people().get(id);
            if (person == null) return new AuditView.Named(page.t("accounts.audit.left"), "", code);
            String name = person.callName();
            return new AuditView.Named(name.isEmpty() ? page.t("accounts.people.unnamed") : name, "", code);
        }
        ScopeNames.Named organisation = known.organisations().get(Scope.organisation(id));
        return organisation == null
                ? new AuditView.Named("", "", code)
                : new AuditView.Named(organisation.name(), organisation.path(), code);
    }

    private static String said(Page page, String action) {
        String key = action.replace('.', '-');
        String words = page.t("accounts.audit.did." + key);
        return words.endsWith("." + key) ? "" : words;
    }
}
