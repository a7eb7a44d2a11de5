package org.commonweal.hub.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.FirstLink;
import org.commonweal.hub.frame.Personal;
import org.commonweal.hub.frame.Rights;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Secret;
import org.commonweal.hub.frame.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that sign in once: by mail for who has an address, on the terminal for the first administrator. */
@Component
class SignInLinks implements FirstLink {
    private static final Logger LOG = LoggerFactory.getLogger(SignInLinks.class);
    static final Duration MAILED_FOR = Duration.ofMinutes(30);
    private static final Duration FIRST_FOR = Duration.ofDays(1);
    static final String ADMINISTRATOR = "administrator";

    // The others belong to a person and show that they read an address: they let nobody in.
    private static final String SIGNS_IN = "(person_id is null or sealed_email is null)";

    private final JdbcClient jdbc;
    private final Personal personal;
    private final People people;
    private final Rights rights;
    private final Settings settings;
    private final Clock clock;

    SignInLinks(JdbcClient jdbc, Personal personal, People people, Rights rights, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.people = people;
        this.rights = rights;
        this.settings = settings;
        this.clock = clock;
    }

    /** A link for whoever reads this address. */
    Secret makeFor(String email) {
        return make(null, email, null, MAILED_FOR);
    }

    /** A link that shows a person reads the address they want to be reached at. */
    Secret makeForNewAddress(UUID person, String email) {
        return make(person, email, null, MAILED_FOR);
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
        return Optional.of(newestForAdministrator(administrator, FIRST_FOR));
    }

    /** A path that lets an administrator in again; older ones from the terminal end. */
    @Transactional
    String makeForAdministrator(UUID administrator) {
        return newestForAdministrator(administrator, MAILED_FOR);
    }

    private String newestForAdministrator(@Nullable UUID administrator, Duration validFor) {
        jdbc.sql("delete from accounts.sign_in_link where role = :role")
                .param("role", ADMINISTRATOR)
                .update();
        return "/sign-in/" + make(administrator, null, ADMINISTRATOR, validFor).text();
    }

    /** Whether a link still signs in. */
    boolean isOpen(Secret secret) {
        return jdbc.sql("select exists (select 1 from accounts.sign_in_link" + " where digest = :digest and " + SIGNS_IN
                        + " and expires_at > :now)")
                .param("digest", secret.digest())
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Who asked for the address that a link leads to, none when it was used, ran out, or only signs in. */
    Optional<UUID> findAsker(Secret secret) {
        return jdbc.sql("select person_id from accounts.sign_in_link" + " where digest = :digest and not " + SIGNS_IN
                        + " and expires_at > :now")
                .param("digest", secret.digest())
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** Uses up a link that signs in: the person, made now where the address is new; none when used or expired. */
    @Transactional
    Optional<UUID> use(Secret secret) {
        return jdbc.sql("delete from accounts.sign_in_link where digest = :digest and " + SIGNS_IN
                        + " and expires_at > :now returning person_id, sealed_email, role")
                .param("digest", secret.digest())
                .param("now", now())
                .query((row, n) -> {
                    UUID known = row.getObject(1, UUID.class);
                    if (row.getString(3) != null) deleteFile(secret);
                    return known == null ? personFor(row.getBytes(2), row.getString(3)) : known;
                })
                .optional();
    }

    /**
     * Uses up a link that shows who reads an address, for the person who asked for it. Nobody else: whoever it was sent
     * to by a slip of the hand must not come into the account.
     *
     * @return the address, which its reader wants to be reached at; none when the link was used, ran out, or is of
     *     another person
     */
    Optional<String> useForAddress(Secret secret, UUID person) {
        return jdbc.sql("delete from accounts.sign_in_link where digest = :digest and person_id = :person and not "
                        + SIGNS_IN + " and expires_at > :now returning sealed_email")
                .param("digest", secret.digest())
                .param("person", person)
                .param("now", now())
                .query(byte[].class)
                .optional()
                .map(personal::openForHub);
    }

    /** Deletes the links on their way to an address, as when the person behind it leaves. */
    void forget(String email) {
        jdbc.sql("delete from accounts.sign_in_link where address_digest = :digest")
                .param("digest", personal.addressDigest(email))
                .update();
    }

    /** Deletes what ran out. */
    int clean() {
        return jdbc.sql("delete from accounts.sign_in_link where expires_at <= :now")
                .param("now", now())
                .update();
    }

    // Where the launcher put it, unless a newer one lies there meanwhile. A link that stays there opens nothing.
    private void deleteFile(Secret secret) {
        Path file = settings.data().resolve("sign-in-link");
        try {
            if (Files.exists(file) && Files.readString(file).contains(secret.text())) Files.delete(file);
        } catch (IOException another) {
            LOG.warn("The file of a sign-in link that was used could not be deleted", another);
        }
    }

    private UUID personFor(byte @Nullable [] sealedEmail, @Nullable String role) {
        String email = sealedEmail == null ? "" : personal.openForHub(sealedEmail);
        UUID person = people.findByEmail(email).orElseGet(() -> people.create(email));
        if (role != null) rights.grant(new Actor(Actor.PERSON, person), role, Scope.HUB);
        return person;
    }

    private Secret make(@Nullable UUID person, @Nullable String email, @Nullable String role, Duration validFor) {
        clean();
        Secret secret = Secret.make();
        jdbc.sql("insert into accounts.sign_in_link (digest, person_id, sealed_email, address_digest, role, expires_at)"
                        + " values (:digest, :person, :email, :address, :role, :expires)")
                .param("digest", secret.digest())
                .param("person", person, Types.OTHER)
                .param("email", email == null ? null : personal.sealForHub(email), Types.BINARY)
                .param("address", email == null ? null : personal.addressDigest(email), Types.BINARY)
                .param("role", role, Types.VARCHAR)
                .param("expires", now().plus(validFor))
                .update();
        return secret;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Links that ran out go when the next is made, and every night where nobody asks for one. */
    @Configuration
    static class Nightly {
        @Bean
        Task<Void> cleanLinks(SignInLinks links) {
            return Tasks.recurring("sign-in-link-cleaning", Schedules.daily(LocalTime.of(3, 10)))
                    .execute((instance, context) -> links.clean());
        }
    }
}
