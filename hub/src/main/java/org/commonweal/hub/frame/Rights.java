package org.commonweal.hub.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one check of rights: a grant joins an actor, a role and a scope; a role is a set of permissions in the table
 * {@code frame.role}. What no grant allows is refused.
 *
 * <p>Example: {@code rights.require("campaign.edit", Scope.organisation(id))}.
 */
@Component
public class Rights {
    private final JdbcClient jdbc;
    private final Audit audit;

    Rights(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A grant as its holder or an administrator sees it. */
    public record Grant(UUID id, String role, Scope scope) {}

    /** @throws Refusal (403) when the actor holds no grant whose role has the permission on the scope or the hub */
    public void require(String permission, Scope scope) {
        if (!has(permission, scope)) throw Refusal.forbidden("");
    }

    public boolean has(String permission, Scope scope) {
        return Actor.find().filter(actor -> has(actor, permission, scope)).isPresent();
    }

    /** By the unique key of frame.grant_, which the holder leads; a holder has a handful of grants. */
    public boolean has(Actor actor, String permission, Scope scope) {
        return jdbc.sql("""
                        select exists (
                          select 1 from frame.grant_ g join frame.role r on r.name = g.role
                          where g.holder_kind = :hk and g.holder_id = :hi and :permission = any (r.permissions)
                            and (g.scope_kind = 'hub' or (g.scope_kind = :sk and g.scope_id = :si)))""")
                .param("hk", actor.kind())
                .param("hi", actor.id())
                .param("permission", permission)
                .param("sk", scope.kind())
                .param("si", scope.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives a role, and notes it in the audit trail: this is the one way by which anybody comes to a right.
     *
     * @return false when the holder has the role on this scope already, which changes nothing
     */
    @Transactional
    public boolean grant(Actor holder, String role, Scope scope) {
        boolean given = jdbc.sql("""
                        insert into frame.grant_ (id, holder_kind, holder_id, role, scope_kind, scope_id, granted_by)
                        values (:id, :hk, :hi, :role, :sk, :si, :by) on conflict do nothing""")
                        .param("id", Ids.next())
                        .param("hk", holder.kind())
                        .param("hi", holder.id())
                        .param("role", role)
                        .param("sk", scope.kind())
                        .param("si", scope.id())
                        .param("by", Actor.find().map(Actor::toString).orElse("hub"))
                        .update()
                == 1;
        if (given) note("rights.granted", holder, role, scope);
        return given;
    }

    private void note(String action, Actor holder, String role, Scope scope) {
        audit.note(
                action,
                new ThingRef(holder.kind(), holder.id()),
                scope.equals(Scope.HUB) ? role : role + " of " + scope.kind() + ":" + scope.id());
    }

    /** Takes a grant away, and notes it in the audit trail; does nothing when it is gone already. */
    @Transactional
    public void revoke(UUID grant) {
        jdbc.sql("delete from frame.grant_ where id = :grant"
                        + " returning holder_kind, holder_id, role, scope_kind, scope_id")
                .param("grant", grant)
                .query((row, n) -> {
                    Actor holder = new Actor(row.getString(1), row.getObject(2, UUID.class));
                    note(
                            "rights.revoked",
                            holder,
                            row.getString(3),
                            new Scope(row.getString(4), row.getObject(5, UUID.class)));
                    return holder;
                })
                .list();
    }

    /**
     * Takes a grant away, as {@link #revoke}, unless no other person would then hold one of these roles on its scope.
     *
     * @return false when it is the last one, which stays
     */
    @Transactional
    public boolean revokeUnlessLast(Grant grant, Set<String> roles) {
        List<UUID> held = hold(roles, grant.scope()).stream().map(Held::grant).toList();
        if (held.equals(List.of(grant.id()))) return false;
        revoke(grant.id());
        return true;
    }

    /**
     * Takes all that a person holds, as when they leave, unless nobody else would then hold this role on this scope. Others
     * who would take it away wait for the end of the caller's transaction.
     *
     * @return false when they are the last one, who keeps all of it
     */
    @Transactional
    public boolean revokeAllUnlessLast(UUID person, String role, Scope scope) {
        List<UUID> holders =
                hold(Set.of(role), scope).stream().map(Held::person).toList();
        if (holders.equals(List.of(person))) return false;
        revokeAll(new Actor(Actor.PERSON, person));
        return true;
    }

    private record Held(UUID grant, UUID person) {}

    // Until the transaction ends: of two who take each other's role away at once, the second finds itself the last.
    private List<Held> hold(Set<String> roles, Scope scope) {
        return jdbc.sql("select id, holder_id from frame.grant_ where holder_kind = 'person' and role = any (:roles)"
                        + " and scope_kind = :sk and scope_id = :si order by id for update")
                .param("roles", roles.toArray(String[]::new))
                .param("sk", scope.kind())
                .param("si", scope.id())
                .query((row, n) -> new Held(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** Takes all away from who leaves, which the trail tells in one line of its own. */
    public void revokeAll(Actor holder) {
        jdbc.sql("delete from frame.grant_ where holder_kind = :hk and holder_id = :hi")
                .param("hk", holder.kind())
                .param("hi", holder.id())
                .update();
    }

    /** The scopes of one kind on which this person, and no other, holds one of these roles. */
    public List<Scope> listHeldAlone(UUID person, Set<String> roles, String scopeKind) {
        return jdbc.sql("""
                        select distinct mine.scope_kind, mine.scope_id from frame.grant_ mine
                        where mine.holder_kind = 'person' and mine.holder_id = :person and mine.role = any (:roles)
                          and mine.scope_kind = :sk and not exists (
                            select 1 from frame.grant_ other where other.holder_kind = 'person'
                              and other.holder_id <> mine.holder_id and other.role = any (:roles)
                              and other.scope_kind = mine.scope_kind and other.scope_id = mine.scope_id)
                        order by mine.scope_id""")
                .param("person", person)
                .param("roles", roles.toArray(String[]::new))
                .param("sk", scopeKind)
                .query((row, n) -> new Scope(row.getString(1), row.getObject(2, UUID.class)))
                .list();
    }

    public List<Grant> listFor(Actor holder) {
        return jdbc.sql("select id, role, scope_kind, scope_id from frame.grant_"
                        + " where holder_kind = :hk and holder_id = :hi order by id")
                .param("hk", holder.kind())
                .param("hi", holder.id())
                .query((row, n) -> new Grant(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new Scope(row.getString(3), row.getObject(4, UUID.class))))
                .list();
    }

    /** The grants of these persons, oldest first; who holds none is left out. */
    public Map<UUID, List<Grant>> listForPersons(List<UUID> persons) {
        Map<UUID, List<Grant>> grants = new HashMap<>();
        jdbc.sql("select holder_id, id, role, scope_kind, scope_id from frame.grant_"
                        + " where holder_kind = 'person' and holder_id = any (:persons) order by id")
                .param("persons", persons.toArray(UUID[]::new))
                .query(row -> {
                    grants.computeIfAbsent(row.getObject(1, UUID.class), person -> new ArrayList<>())
                            .add(new Grant(
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    new Scope(row.getString(4), row.getObject(5, UUID.class))));
                });
        return grants;
    }

    /** What persons hold on this very scope, the oldest grant first. */
    public Map<UUID, List<Grant>> listOn(Scope scope) {
        Map<UUID, List<Grant>> grants = new LinkedHashMap<>();
        jdbc.sql("select holder_id, id, role from frame.grant_"
                        + " where holder_kind = 'person' and scope_kind = :sk and scope_id = :si order by id")
                .param("sk", scope.kind())
                .param("si", scope.id())
                .query(row -> {
                    grants.computeIfAbsent(row.getObject(1, UUID.class), person -> new ArrayList<>())
                            .add(new Grant(row.getObject(2, UUID.class), row.getString(3), scope));
                });
        return grants;
    }

    /** The persons who hold a role on a scope, oldest grant first. */
    public List<UUID> listPersons(String role, Scope scope) {
        return jdbc.sql("select holder_id from frame.grant_ where holder_kind = 'person' and role = :role"
                        + " and scope_kind = :sk and scope_id = :si order by id")
                .param("role", role)
                .param("sk", scope.kind())
                .param("si", scope.id())
                .query(UUID.class)
                .list();
    }

    /** The scopes of one kind on which the actor has the permission; empty optional means all of them. */
    public Optional<List<UUID>> listScopes(Actor actor, String permission, String scopeKind) {
        if (has(actor, permission, Scope.HUB)) return Optional.empty();
        return Optional.of(jdbc.sql("""
                        select distinct g.scope_id from frame.grant_ g join frame.role r on r.name = g.role
                        where g.holder_kind = :hk and g.holder_id = :hi and g.scope_kind = :sk
                          and :permission = any (r.permissions)""")
                .param("hk", actor.kind())
                .param("hi", actor.id())
                .param("sk", scopeKind)
                .param("permission", permission)
                .query(UUID.class)
                .list());
    }
}
