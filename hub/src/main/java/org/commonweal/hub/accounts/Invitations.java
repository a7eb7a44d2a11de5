package org.commonweal.hub.accounts;

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
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that give one person one role on one scope, good once and for two weeks. */
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

    /** @param note what the one who made it wrote to recognise it, such as «for the school» */
    public record Invitation(
            UUID id,
            String role,
            Scope scope,
            String note,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /**
     * Makes an invitation; who may is the caller's to check.
     *
     * @param note what is longer than 120 characters is cut
     * @return the path to hand to the person, told this once
     */
    @Transactional
    public String make(String role, Scope scope, String note) {
        Secret secret = Secret.make();
        UUID id = Ids.next();
        jdbc.sql("insert into accounts.invitation (id, digest, role, scope_kind, scope_id, note, made_by, expires_at)"
                        + " values (:id, :digest, :role, :sk, :si, :note, :by, :expires)")
                .param("id", id)
                .param("digest", secret.digest())
                .param("role", role)
                .param("sk", scope.kind())
                .param("si", scope.id())
                .param(
                        "note",
                        note.strip()
                                .substring(
                                        0, Math.min(LONGEST_NOTE, note.strip().length())))
                .param("by", Actor.findPerson().orElse(null), Types.OTHER)
                .param("expires", now().plus(OPEN_FOR))
                .update();
        audit.note("invitation.made", new ThingRef("invitation", id), role);
        return "/invitations/" + secret.text();
    }

    /** The invitation behind a secret, none when unknown, used, revoked or expired. */
    Optional<Invitation> findOpen(Secret secret) {
        return select("where digest = :digest and used_at is null and expires_at > :now")
                .param("digest", secret.digest())
                .param("now", now())
                .query(Invitations::invitation)
                .optional();
    }

    public List<Invitation> listFor(Scope scope) {
        return select("where scope_kind = :sk and scope_id = :si order by id desc limit 100")
                .param("sk", scope.kind())
                .param("si", scope.id())
                .query(Invitations::invitation)
                .list();
    }

    /** Uses it up for this person; false when somebody was faster or it ended. */
    @Transactional
    boolean accept(Secret secret, UUID person) {
        Optional<Invitation> open = findOpen(secret);
        int used = jdbc.sql("update accounts.invitation set used_at = :now, used_by = :person"
                        + " where digest = :digest and used_at is null and expires_at > :now")
                .param("now", now())
                .param("person", person)
                .param("digest", secret.digest())
                .update();
        if (used == 0) return false;
        rights.grant(
                new Actor(Actor.PERSON, person),
                open.orElseThrow().role(),
                open.get().scope());
        audit.note(
                "invitation.accepted",
                new ThingRef("invitation", open.get().id()),
                open.get().role());
        return true;
    }

    public void revoke(UUID id, Scope scope) {
        jdbc.sql("update accounts.invitation set expires_at = :now"
                        + " where id = :id and scope_kind = :sk and scope_id = :si and used_at is null")
                .param("now", now())
                .param("id", id)
                .param("sk", scope.kind())
                .param("si", scope.id())
                .update();
    }

    /** Ends what a person has invited to and nobody has accepted: who may no longer invite has no way back by a link. */
    void revokeBy(UUID person) {
        jdbc.sql("update accounts.invitation set expires_at = :now"
                        + " where made_by = :person and used_at is null and expires_at > :now")
                .param("now", now())
                .param("person", person)
                .update();
    }

    /** The same, for those into this scope only. */
    void revokeBy(UUID person, Scope scope) {
        jdbc.sql("update accounts.invitation set expires_at = :now where made_by = :person"
                        + " and scope_kind = :sk and scope_id = :si and used_at is null and expires_at > :now")
                .param("now", now())
                .param("person", person)
                .param("sk", scope.kind())
                .param("si", scope.id())
                .update();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql(
                "select id, role, scope_kind, scope_id, note, made_at, expires_at, used_at from accounts.invitation "
                        + rest);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Invitation invitation(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        OffsetDateTime used = row.getObject(8, OffsetDateTime.class);
        return new Invitation(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Scope(row.getString(3), row.getObject(4, UUID.class)),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
