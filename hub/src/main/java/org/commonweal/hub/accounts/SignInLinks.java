package org.commonweal.hub.accounts;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.FirstLink;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that sign in once: by mail for who has an address, on the terminal for the first administrator. */
@Component
class SignInLinks implements FirstLink {
    static final Duration MAILED_FOR = Duration.ofMinutes(30);
    private static final Duration FIRST_FOR = Duration.ofDays(1);
    private static final String ADMINISTRATOR = "administrator";

    private final JdbcClient jdbc;
    private final Personal personal;
    private final People people;
    private final Rights rights;
    private final Audit audit;
    private final Settings settings;
    private final Clock clock;

    SignInLinks(
            JdbcClient jdbc,
            Personal personal,
            People people,
            Rights rights,
            Audit audit,
            Settings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.people = people;
        this.rights = rights;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** A link for whoever reads this address. */
    Secret makeFor(String email) {
        return make(null, personal.sealForHub(email), null, MAILED_FOR);
    }

    /** A link that shows a person reads the address they want to be reached at. */
    Secret makeForNewAddress(UUID person, String email) {
        return make(person, personal.sealForHub(email), null, MAILED_FOR);
    }

    /**
     * Older links of this kind end, so that only the newest on the terminal works. A demonstration, where nobody has an
     * address that letters reach, lets its administrator in at each start.
     */
    @Override
    @Transactional
    public Optional<String> make() {
        List<UUID> administrators = rights.listPersons(ADMINISTRATOR, Scope.HUB);
        if (!administrators.isEmpty() && !settings.hubName().demonstration()) return Optional.empty();
        UUID administrator = administrators.isEmpty() ? null : administrators.getFirst();
        jdbc.sql("delete from accounts.sign_in_link where role = :role")
                .param("role", ADMINISTRATOR)
                .update();
        return Optional.of("/sign-in/"
                + make(administrator, null, ADMINISTRATOR, FIRST_FOR).text());
    }

    boolean isOpen(Secret secret) {
        return jdbc.sql("select count(*) from accounts.sign_in_link where digest = :digest and used_at is null"
                                + " and expires_at > :now")
                        .param("digest", secret.digest())
                        .param("now", now())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Uses a link up: the person it signs in, made now where the address is new; none when used or expired. */
    @Transactional
    Optional<UUID> use(Secret secret) {
        return jdbc.sql("update accounts.sign_in_link set used_at = :now where digest = :digest and used_at is null"
                        + " and expires_at > :now returning person_id, sealed_email, role")
                .param("digest", secret.digest())
                .param("now", now())
                .query((row, n) -> personFor(row.getObject(1, UUID.class), row.getBytes(2), row.getString(3)))
                .optional();
    }

    private UUID personFor(@Nullable UUID known, byte @Nullable [] sealedEmail, @Nullable String role) {
        String email = sealedEmail == null ? "" : personal.openForHub(sealedEmail);
        if (known != null && sealedEmail == null) return known;
        if (known != null) {
            if (!people.setEmail(known, email)) throw Refusal.conflict("Another account has this address already.");
            return known;
        }
        UUID person = people.findByEmail(email).orElseGet(() -> people.create(email));
        if (role != null) {
            rights.grant(new Actor(Actor.PERSON, person), role, Scope.HUB);
            audit.note("rights.granted", new ThingRef(Actor.PERSON, person), role);
        }
        return person;
    }

    private Secret make(
            @Nullable UUID person, byte @Nullable [] sealedEmail, @Nullable String role, Duration validFor) {
        Secret secret = Secret.make();
        jdbc.sql("insert into accounts.sign_in_link (digest, person_id, sealed_email, role, expires_at)"
                        + " values (:digest, :person, :email, :role, :expires)")
                .param("digest", secret.digest())
                .param("person", person, Types.OTHER)
                .param("email", sealedEmail, Types.BINARY)
                .param("role", role, Types.VARCHAR)
                .param("expires", now().plus(validFor))
                .update();
        return secret;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
