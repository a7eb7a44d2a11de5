package org.commonweal.hub.frame;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals what is personal under a key per person. Erasing the key erases all that was sealed with it, wherever a copy
 * lies.
 *
 * <p>Example: {@code row.param("name", personal.seal(person, "…"))}, and later {@code personal.open(person, bytes)}.
 */
@Component
public class Personal {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final JdbcClient jdbc;
    private final HubKeys keys;

    Personal(JdbcClient jdbc, HubKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Makes a person's key; to be called once, when the person is made. */
    public void begin(UUID person) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        jdbc.sql("insert into private.person_key (person_id, sealed_key) values (:person, :key)")
                .param("person", person)
                .param("key", keys.seal().close(key))
                .update();
    }

    /** @throws IllegalStateException when the person was erased */
    public byte[] seal(UUID person, String text) {
        return find(person)
                .orElseThrow(() -> new IllegalStateException("This person was erased"))
                .close(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text, none when nothing was sealed or the person was erased. */
    public Optional<String> open(UUID person, byte @Nullable [] sealed) {
        if (sealed == null) return Optional.empty();
        return find(person).map(seal -> text(seal, sealed));
    }

    /**
     * The same for rows that bring the person's key along, so that a list of persons takes one query.
     *
     * @param key {@code private.person_key.sealed_key}, null when the person was erased
     */
    public Optional<String> open(byte @Nullable [] key, byte @Nullable [] sealed) {
        return key == null || sealed == null ? Optional.empty() : Optional.of(text(seal(key), sealed));
    }

    /** Seals what belongs to no account yet, such as the address on a sign-in link, under the hub's own key. */
    public byte[] sealForHub(String text) {
        return keys.seal().close(text.getBytes(StandardCharsets.UTF_8));
    }

    public String openForHub(byte[] sealed) {
        return new String(keys.seal().open(sealed), StandardCharsets.UTF_8);
    }

    /** Lets a person be found by an address; false when another person has it. */
    public boolean setEmail(UUID person, String email) {
        return jdbc.sql("""
                        update private.person_key set email_digest = :digest where person_id = :person
                        and not exists (select 1 from private.person_key where email_digest = :digest and person_id <> :person)""")
                        .param("digest", digest(email))
                        .param("person", person)
                        .update()
                == 1;
    }

    public Optional<UUID> findByEmail(String email) {
        return jdbc.sql("select person_id from private.person_key where email_digest = :digest")
                .param("digest", digest(email))
                .query(UUID.class)
                .optional();
    }

    public void erase(UUID person) {
        jdbc.sql("delete from private.person_key where person_id = :person")
                .param("person", person)
                .update();
    }

    /**
     * A keyed digest of something that must be told apart but never be read, such as a device within one campaign.
     *
     * @param purpose what it is for; the same value gives unrelated digests for different purposes
     */
    public byte[] digest(String purpose, String value) {
        return keys.digest(purpose, value.getBytes(StandardCharsets.UTF_8));
    }

    /** By what something sealed for the hub is found that goes to an address; unlike the digest that finds a person. */
    public byte[] addressDigest(String email) {
        return digest("email on its way", email.strip().toLowerCase(Locale.ROOT));
    }

    private byte[] digest(String email) {
        return digest("email", email.strip().toLowerCase(Locale.ROOT));
    }

    private Optional<Seal> find(UUID person) {
        return jdbc.sql("select sealed_key from private.person_key where person_id = :person")
                .param("person", person)
                .query(byte[].class)
                .optional()
                .map(this::seal);
    }

    private Seal seal(byte[] key) {
        return new Seal(keys.seal().open(key));
    }

    private static String text(Seal seal, byte[] sealed) {
        return new String(seal.open(sealed), StandardCharsets.UTF_8);
    }
}
