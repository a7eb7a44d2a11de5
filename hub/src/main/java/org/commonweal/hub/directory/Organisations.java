package org.commonweal.hub.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisations of the hub.
 *
 * <p>Example, for a form that asks whose a new campaign is: {@code organisations.listToChoose("campaign.edit", 500,
 * "")}; to show whose it is: {@code organisations.get(campaign.organisation()).path()}.
 */
@Component
public class Organisations {
    private final JdbcClient jdbc;
    private final Rights rights;
    private final Audit audit;
    private final Drafts drafts;

    Organisations(JdbcClient jdbc, Rights rights, Audit audit, Drafts drafts) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.audit = audit;
        this.drafts = drafts;
    }

    public Optional<OrganisationRef> find(UUID id) {
        return list(List.of(id)).stream().findFirst();
    }

    /** @throws Refusal (404) when there is no such organisation */
    public OrganisationRef get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The same, held until the transaction ends: nobody deletes it before what the caller makes of it is there to be seen.
     *
     * @throws Refusal (404) when there is none, or somebody deletes it at this moment
     */
    @Transactional
    public OrganisationRef getHeld(UUID id) {
        return jdbc.sql("select id, name from directory.organisation where id = :id for key share")
                .param("id", id)
                .query(OrganisationRef.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Those of these that there are, by name. */
    public List<OrganisationRef> list(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("select id, name from directory.organisation where id in (:ids) order by name_plain, id")
                .param("ids", ids)
                .query(OrganisationRef.class)
                .list();
    }

    /** Those of which the name has a word that begins so, accents and capitals aside. */
    public List<UUID> listNamed(String word) {
        // The first condition is the index's; texts of the organisation stand in it too.
        return jdbc.sql("""
                        select id from directory.organisation where words @@ directory.asked(:word)
                          and directory.findable(name) @@ directory.asked(:word)""").param("word", word).query(UUID.class).list();
    }

    /**
     * Those on which whoever asks has a permission, by name: theirs by their grants; for who has it on the whole hub all
     * of them, first those on which they have a role of their own. A hub has thousands, and the last names stand in no list.
     *
     * @param limit the most to give
     */
    public List<OrganisationRef> listWhere(String permission, int limit) {
        Optional<Actor> actor = Actor.find();
        if (actor.isEmpty()) return List.of();
        Optional<List<UUID>> own = rights.listScopes(actor.get(), permission, "organisation");
        if (own.isPresent()) return list(own.get()).stream().limit(limit).toList();
        List<UUID> near = rights.listFor(actor.get()).stream()
                .map(Rights.Grant::scope)
                .filter(scope -> scope.kind().equals("organisation"))
                .map(Scope::id)
                .toList();
        List<OrganisationRef> far = jdbc.sql("select id, name from directory.organisation where id <> all (:near)"
                        + " order by name_plain, id limit :limit")
                .param("near", near.toArray(UUID[]::new))
                .param("limit", limit)
                .query(OrganisationRef.class)
                .list();
        return Stream.concat(list(near).stream(), far.stream()).limit(limit).toList();
    }

    /**
     * The same for a field to choose from.
     *
     * @param chosen the identifier of one that must not be missing, first where the list would end before it; "" for none
     */
    public List<OrganisationRef> listToChoose(String permission, int limit, String chosen) {
        List<OrganisationRef> first = listWhere(permission, limit);
        if (first.stream().anyMatch(one -> one.id().toString().equals(chosen))) return first;
        return Stream.concat(findChosen(permission, chosen).stream(), first.stream())
                .toList();
    }

    private Optional<OrganisationRef> findChosen(String permission, String chosen) {
        if (!chosen.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) return Optional.empty();
        return find(UUID.fromString(chosen)).filter(one -> rights.has(permission, Scope.organisation(one.id())));
    }

    /**
     * The organisation, for whoever may change it.
     *
     * @throws Refusal (404) when there is none, (403) when whoever asks lacks {@code directory.edit} on it
     */
    public OrganisationRef requireEditor(UUID id) {
        OrganisationRef found = get(id);
        rights.require("directory.edit", Scope.organisation(id));
        return found;
    }

    /**
     * Makes an organisation of which no more than the name is known, and its maker its editor.
     *
     * @throws Refusal (403) when nobody is signed in, (400) when the name is empty or too long
     */
    @Transactional
    public OrganisationRef create(String name) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > Draft.LONGEST_NAME)
            throw Refusal.invalid("An organisation's name has 1 to " + Draft.LONGEST_NAME + " characters, this has "
                    + clean.length() + ".");
        return create(Draft.EMPTY.named(clean), "en");
    }

    /** Makes an organisation as its form tells it, and its maker its editor. */
    @Transactional
    public OrganisationRef create(Draft draft, String language) {
        UUID maker = Actor.requirePerson();
        OrganisationRef made = new OrganisationRef(drafts.insert(Shelf.ORGANISATIONS, draft, language), draft.name());
        if (!rights.has("directory.edit", Scope.HUB))
            jdbc.sql("update directory.organisation set accepted_at = null where id = :id")
                    .param("id", made.id())
                    .update();
        rights.grant(new Actor(Actor.PERSON, maker), "editor", Scope.organisation(made.id()));
        audit.note("organisation.made", made.thing());
        return made;
    }

    /** Whether it is listed, and may speak in public: somebody who edits the whole hub made it or has looked at it. */
    public boolean isAccepted(UUID id) {
        return jdbc.sql(
                        "select exists (select 1 from directory.organisation where id = :id and accepted_at is not null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Those that wait to be looked at, the oldest first. */
    List<Organisation> listWaiting() {
        return jdbc.sql(
                        "select " + Rows.ORGANISATION_LINE
                                + " from directory.organisation o where o.accepted_at is null"
                                + " and not exists (select from directory.refusal r where r.organisation_id = o.id) order by o.id")
                .query(Rows::organisation)
                .list();
    }

    /** For each of those that wait, the others that have its name; only such as there are. */
    Map<UUID, List<OrganisationRef>> listNamesakes() {
        // EXPLAIN: organisation_waiting for those that wait, organisation_name for each of their names.
        return jdbc
                .sql("""
                        select w.id as waiting, o.id, o.name from directory.organisation w
                        join directory.organisation o on o.name_plain = w.name_plain and o.id <> w.id
                        where w.accepted_at is null order by o.id""")
                .query((row, n) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new OrganisationRef(row.getObject(2, UUID.class), row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Those that were refused and did not ask again, by name. */
    List<Organisation> listRefused() {
        return jdbc.sql("select " + Rows.ORGANISATION_LINE + " from directory.organisation o"
                        + " join directory.refusal r on r.organisation_id = o.id order by o.name_plain, o.id")
                .query(Rows::organisation)
                .list();
    }

    /** Why it was refused, as those who made it and those who decide read it; none once it is accepted. */
    public Optional<String> findRefusal(UUID id) {
        return jdbc.sql("select r.reason from directory.refusal r join directory.organisation o"
                        + " on o.id = r.organisation_id where o.id = :id and o.accepted_at is null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /**
     * Refuses what waits, until its makers ask again; who may is the caller's to check.
     *
     * @throws Refusal (404) when there is no such organisation, (409) when it was accepted or refused already
     */
    @Transactional
    public void refuse(UUID id, String reason) {
        OrganisationRef known = get(id);
        // Held, so that whoever accepts it at this moment comes first or takes the refusal away again.
        int refused = jdbc.sql("""
                        insert into directory.refusal (organisation_id, reason)
                        select id, :reason from directory.organisation where id = :id and accepted_at is null for update
                        on conflict do nothing""").param("id", id).param("reason", reason).update();
        if (refused == 0) throw Refusal.conflict("");
        // Not the words: they may speak of people, and the trail forgets nothing.
        audit.note("organisation.refused", known.thing());
    }

    /**
     * Lets a refused organisation wait again; who may is the caller's to check.
     *
     * @throws Refusal (409) when it was not refused
     */
    @Transactional
    public void askAgain(OrganisationRef known) {
        if (forgetRefusal(known.id()) == 0) throw Refusal.conflict("This organisation was not refused.");
        audit.note("organisation.asked-again", known.thing());
    }

    private int forgetRefusal(UUID id) {
        return jdbc.sql("delete from directory.refusal where organisation_id = :id")
                .param("id", id)
                .update();
    }

    /**
     * Accepts what stands as whoever decides was shown it; who may is the caller's to check.
     *
     * @param refused whether it was refused then
     * @throws Refusal (404) when there is no such organisation, (409) when somebody else decided since
     */
    @Transactional
    public OrganisationRef accept(UUID id, boolean refused) {
        drafts.hold(Shelf.ORGANISATIONS, id);
        if (isAccepted(id) || findRefusal(id).isPresent() != refused) throw Refusal.conflict("");
        return accept(id);
    }

    /** @throws Refusal (404) when no such organisation waits; who may is the caller's to check */
    @Transactional
    public OrganisationRef accept(UUID id) {
        // The row stays held until the refusal is gone, if there is one: refuse waits for it.
        int accepted = jdbc.sql("update directory.organisation set accepted_at = now()"
                        + " where id = :id and accepted_at is null")
                .param("id", id)
                .update();
        if (accepted == 0) throw Refusal.notFound();
        forgetRefusal(id);
        OrganisationRef known = get(id);
        audit.note("organisation.accepted", known.thing());
        return known;
    }

    /**
     * Changes an organisation, its words in one language; who may is the caller's to check.
     *
     * @param read as it was read
     * @throws Refusal (409) when somebody changed it since
     */
    @Transactional
    OrganisationRef save(Organisation read, Draft draft, String language) {
        OrganisationRef changed = new OrganisationRef(read.id(), draft.name());
        drafts.hold(Shelf.ORGANISATIONS, read.id());
        if (!findByTail(Ids.tail(read.id())).equals(Optional.of(read))) throw Refusal.conflict("");
        drafts.update(Shelf.ORGANISATIONS, read.id(), draft, language);
        audit.note("organisation.changed", changed.thing());
        return changed;
    }

    Optional<Organisation> findByTail(String tail) {
        return jdbc.sql("select " + Rows.ORGANISATION + " from directory.organisation o where o.tail = :tail")
                .param("tail", tail)
                .query(Rows::organisation)
                .optional();
    }
}
