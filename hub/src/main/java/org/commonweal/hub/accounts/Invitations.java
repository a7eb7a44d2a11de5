package org.commonweal.hub.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that give one person one role on one scope, good once, for two weeks, and for as long as who made them may still
 * invite into that scope: somebody who lost that right has no way back by a link.
 */
@Component
public class Invitations {
    private static final Duration OPEN_FOR = Duration.ofDays(14);
    private static final int LONGEST_NOTE = 120;
    private final JdbcClient jdbc;
    private final Rights rights;
    private final Audit audit;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Rights rights, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    public enum State {
        OPEN,
        USED,
        ENDED
    }

    /** @param note what the one who made it wrote to recognise it, such as «for the school» */
    public record Invitation(UUID id, String role, Scope scope, String note, Instant expiresAt, State state) {}

    /**
     * Makes an invitation; who may is the caller's to check.
     *
     * @param note what is longer than 120 characters is cut
     * @return the path to hand to the person, told this once
     */
    @Transactional
    public String make(String role, Scope scope, String note) {
        Secret secret = Secret.make();
        String words = note.strip();
        UUID id = Ids.next();
        jdbc.sql("insert into accounts.invitation (id, digest, role, scope_kind, scope_id, note, made_by, expires_at)"
                        + " values (:id, :digest, :role, :sk, :si, :note, :by, :expires)")
                .param("id", id)
                .param("digest", secret.digest())
                .param("role", role)
                .param("sk", scope.kind())
                .param("si", scope.id())
                .param("note", words.substring(0, Math.min(LONGEST_NOTE, words.length())))
                .param("by", Actor.findPerson().orElse(null), Types.OTHER)
                .param("expires", now().plus(OPEN_FOR))
                .update();
        audit.note("invitation.made", new ThingRef("invitation", id), role);
        return "/invitations/" + secret.text();
    }

    /** The invitation behind a secret, none when unknown or no longer open. */
    Optional<Invitation> findOpen(Secret secret) {
        return select("where digest = :digest")
                .param("digest", secret.digest())
                .query(this::invitation)
                .optional()
                .filter(invitation -> invitation.state() == State.OPEN);
    }

    List<Invitation> listFor(Scope scope) {
        return select("where scope_kind = :sk and scope_id = :si order by id desc limit 100")
                .param("sk", scope.kind())
                .param("si", scope.id())
                .query(this::invitation)
                .list();
    }

    /** Uses it up for this person; false when somebody was faster or it ended. */
    @Transactional
    boolean accept(Secret secret, UUID person) {
        Invitation open = findOpen(secret).orElse(null);
        if (open == null) return false;
        int used = jdbc.sql("update accounts.invitation set used_at = :now, used_by = :person"
                        + " where id = :id and used_at is null")
                .param("now", now())
                .param("person", person)
                .param("id", open.id())
                .update();
        if (used == 0) return false;
        rights.grant(new Actor(Actor.PERSON, person), open.role(), open.scope());
        audit.noteBy(person, "invitation.accepted", new ThingRef("invitation", open.id()), open.role());
        return true;
    }

    /** The invitations somebody made that are still there, with those that were used or ended. */
    List<Invitation> listMadeBy(UUID person) {
        return select("where made_by = :person order by id")
                .param("person", person)
                .query(this::invitation)
                .list();
    }

    /**
     * Ends one; one that was used or has run out stays as it is, and the trail says nothing.
     *
     * @throws Refusal (404) when this scope has no such invitation
     */
    @Transactional
    void revoke(UUID id, Scope scope) {
        Invitation found = select("where id = :id and scope_kind = :sk and scope_id = :si")
                .param("id", id)
                .param("sk", scope.kind())
                .param("si", scope.id())
                .query(this::invitation)
                .optional()
                .orElseThrow(Refusal::notFound);
        int ended = jdbc.sql("update accounts.invitation set expires_at = :now"
                        + " where id = :id and used_at is null and expires_at > :now")
                .param("now", now())
                .param("id", found.id())
                .update();
        if (ended == 1) audit.note("invitation.revoked", new ThingRef("invitation", id));
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql("select id, role, scope_kind, scope_id, note, made_by, expires_at, used_at"
                + " from accounts.invitation " + rest);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Invitation invitation(ResultSet row, int n) throws SQLException {
        Scope scope = new Scope(row.getString(3), row.getObject(4, UUID.class));
        OffsetDateTime expires = row.getObject(7, OffsetDateTime.class);
        State state = State.OPEN;
        if (row.getObject(8) != null) state = State.USED;
        else if (!expires.isAfter(now()) || !mayInvite(row.getObject(6, UUID.class), scope)) state = State.ENDED;
        return new Invitation(
                row.getObject(1, UUID.class), row.getString(2), scope, row.getString(5), expires.toInstant(), state);
    }

    // The hub itself invites its first administrator.
    private boolean mayInvite(@Nullable UUID maker, Scope scope) {
        return maker == null || rights.has(new Actor(Actor.PERSON, maker), scope.kind() + ".invite", scope);
    }
}
