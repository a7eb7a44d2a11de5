package org.commonweal.hub.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.Ticks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets by which clients answer one campaign, and devices report to it. */
@Component
public class Tokens {
    /** A revoked token works on for at most so long; each request would otherwise cost a query. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Cache<String, Token> remembered;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(2_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(Ticks.of(clock))
                .build();
    }

    /** @param kind {@code collect} for clients, {@code device} for a sensor */
    public record Token(
            UUID id,
            UUID campaign,
            String kind,
            String label,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    public Secret make(UUID campaign, String kind, String label) {
        Secret secret = Secret.make();
        jdbc.sql("insert into campaigns.token (id, campaign_id, digest, kind, label)"
                        + " values (:id, :campaign, :digest, :kind, :label)")
                .param("id", Ids.next())
                .param("campaign", campaign)
                .param("digest", secret.digest())
                .param("kind", kind)
                .param("label", label)
                .update();
        return secret;
    }

    /** The token behind a secret, none when unknown or revoked. */
    public Optional<Token> find(Secret secret) {
        String digest = HexFormat.of().formatHex(secret.digest());
        // Only those that exist are remembered: guessed ones push none of them out.
        return Optional.ofNullable(remembered.get(digest, unused -> read(secret)));
    }

    private @Nullable Token read(Secret secret) {
        return select("where digest = :digest and revoked_at is null")
                .param("digest", secret.digest())
                .query(Tokens::token)
                .optional()
                .orElse(null);
    }

    public List<Token> listFor(UUID campaign) {
        return select("where campaign_id = :campaign order by id")
                .param("campaign", campaign)
                .query(Tokens::token)
                .list();
    }

    /** @return false when the campaign has no such token that is good still */
    public boolean revoke(UUID campaign, UUID id) {
        int revoked = jdbc.sql("update campaigns.token set revoked_at = now()"
                        + " where id = :id and campaign_id = :campaign and revoked_at is null")
                .param("id", id)
                .param("campaign", campaign)
                .update();
        remembered.invalidateAll();
        return revoked == 1;
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql("select id, campaign_id, kind, label, created_at, revoked_at from campaigns.token " + rest);
    }

    private static Token token(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        OffsetDateTime revoked = row.getObject(6, OffsetDateTime.class);
        return new Token(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
