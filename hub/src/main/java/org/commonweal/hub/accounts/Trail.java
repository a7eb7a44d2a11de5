package org.commonweal.hub.accounts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ScopeNames;
import org.commonweal.hub.frame.ThingNames;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;
import org.springframework.stereotype.Component;

/** The audit trail as administrators read it: the trail holds no names, so they are looked up as they are now. */
@Component
class Trail {
    private static final int PER_PAGE = 50;
    private static final Pattern REF = Pattern.compile("([a-z]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    // What stands in the words of the deed: «41 submissions», «version 2», «300».
    private static final Pattern COUNTED = Pattern.compile("(?:version )?([0-9]{1,9})(?: submissions)?");
    private final Audit audit;
    private final People people;
    private final ScopeNames names;
    private final List<ThingNames> rooms;

    Trail(Audit audit, People people, ScopeNames names, List<ThingNames> rooms) {
        this.audit = audit;
        this.people = people;
        this.names = names;
        this.rooms = rooms;
    }

    private record Known(Map<UUID, People.Person> people, Map<String, ThingNames.Named> things) {}

    AuditView view(Page page, long before, AuditQuery query) {
        List<String> deeds = audit.listActions();
        Faults faults = faults(page, query, deeds);
        List<Audit.Line> lines = faults.any() ? List.of() : audit.listBefore(before, query.wanted(), PER_PAGE);
        Known known =
                know(Stream.concat(Stream.of(query.about()), lines.stream().flatMap(Trail::codes)));
        return new AuditView(
                lines.stream().map(line -> row(page, known, line)).toList(),
                deeds.stream()
                        .map(one -> new Choice(one, said(page, one, 0).isEmpty() ? one : said(page, one, 0)))
                        .toList(),
                query,
                faults,
                named(page, known, query.about()),
                lines.size() == PER_PAGE ? lines.getLast().number() : 0);
    }

    /** What of a question to the trail can't be read. */
    Faults faults(Page page, AuditQuery query) {
        return faults(page, query, audit.listActions());
    }

    private static Faults faults(Page page, AuditQuery query, List<String> deeds) {
        Faults faults = Faults.none();
        String action = query.action();
        if (!action.isEmpty()
                && !deeds.contains(action)
                && (!AuditQuery.isCode(action) || said(page, action, 0).isEmpty()))
            faults.add("action", page.t("accounts.audit.fault.action", action));
        day(page, faults, "from", query.from());
        day(page, faults, "until", query.until());
        if (!faults.any()
                && query.wanted().from().isAfter(query.wanted().until().minusMillis(1)))
            faults.add("until", page.t("accounts.audit.fault.before"));
        return faults;
    }

    private static void day(Page page, Faults faults, String field, String typed) {
        if (!typed.isEmpty() && AuditQuery.day(typed).isEmpty())
            faults.add(field, page.t("accounts.audit.fault.day", typed));
    }

    // One query for all persons of a page, one for all organisations, one for each kind of thing.
    private Known know(Stream<String> codes) {
        // A detail may name several.
        List<MatchResult> refs =
                codes.flatMap(code -> REF.matcher(code).results()).toList();
        Map<UUID, People.Person> persons = people.list(ids(refs, Actor.PERSON)).stream()
                .collect(Collectors.toMap(People.Person::id, Function.identity()));
        Map<String, ThingNames.Named> things = new HashMap<>();
        Collection<Scope> organisations =
                ids(refs, "organisation").stream().map(Scope::organisation).toList();
        names.listNames(organisations)
                .values()
                .forEach(one ->
                        things.put("organisation:" + one.scope().id(), new ThingNames.Named(one.name(), one.path())));
        for (ThingNames room : rooms) {
            Set<UUID> ids = ids(refs, room.kind());
            if (!ids.isEmpty())
                room.listNames(ids).forEach((id, name) -> things.put(new ThingRef(room.kind(), id).toString(), name));
        }
        return new Known(persons, things);
    }

    private static Stream<String> codes(Audit.Line line) {
        return Stream.of(line.actor(), line.thing(), line.detail());
    }

    private static Set<UUID> ids(List<MatchResult> refs, String kind) {
        return refs.stream()
                .filter(ref -> ref.group(1).equals(kind))
                .map(ref -> UUID.fromString(ref.group(2)))
                .collect(Collectors.toSet());
    }

    private static AuditView.Row row(Page page, Known known, Audit.Line line) {
        Matcher counted = COUNTED.matcher(line.detail());
        long number = counted.matches() ? Long.parseLong(counted.group(1)) : 0;
        String words = said(page, line.action(), number);
        boolean told = number > 0 && !words.equals(said(page, line.action(), 0));
        return new AuditView.Row(
                line.at(),
                named(page, known, line.actor()),
                line.action(),
                words,
                told
                        ? ""
                        : REF.matcher(line.detail()).replaceAll(ref -> {
                            String name = named(page, known, ref.group()).words();
                            return Matcher.quoteReplacement(name.isEmpty() ? ref.group() : name);
                        }),
                named(page, known, line.thing()));
    }

    private static AuditView.Named named(Page page, Known known, String code) {
        if (code.equals("hub") || code.startsWith("hub:"))
            return new AuditView.Named(page.t("accounts.audit.hub"), "", "");
        Matcher ref = REF.matcher(code);
        if (!ref.matches()) return new AuditView.Named("", "", code);
        if (ref.group(1).equals(Actor.PERSON)) {
            People.Person person = known.people().get(UUID.fromString(ref.group(2)));
            if (person == null) return new AuditView.Named(page.t("accounts.audit.left"), "", code);
            String name = person.callName();
            return new AuditView.Named(name.isEmpty() ? page.t("accounts.people.unnamed") : name, "", code);
        }
        ThingNames.Named thing = known.things().get(code);
        return thing == null
                ? new AuditView.Named(find(page, "accounts.audit.kind." + ref.group(1)), "", code)
                : new AuditView.Named(thing.name(), thing.path(), code);
    }

    /** @param number of which the deed speaks, 0 for none */
    private static String said(Page page, String action, long number) {
        return find(page, "accounts.audit.did." + action.replace('.', '-'), number);
    }

    private static String find(Page page, String key, Object... arguments) {
        return page.t(key).contains(key) ? "" : page.t(key, arguments);
    }
}
