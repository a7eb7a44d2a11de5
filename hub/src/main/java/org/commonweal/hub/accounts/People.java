package org.commonweal.hub.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.PersonRecords;
import org.commonweal.hub.frame.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons of the hub: an opaque identifier each; name and address lie sealed under the person's own key. */
@Component
public class People {
    private static final String PERSONS = """
            select p.id, p.created_at, i.name, i.email, k.sealed_key from accounts.person p
            join private.identity i on i.person_id = p.id left join private.person_key k on k.person_id = p.id
            """;

    private final JdbcClient jdbc;
    private final Personal personal;
    private final List<PersonRecords> rooms;

    People(JdbcClient jdbc, Personal personal, List<PersonRecords> rooms) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.rooms = rooms;
    }

    /** A person as they see themselves; name and email are empty until told. */
    public record Person(UUID id, String name, String email, Instant since) {
        /** What to call them: the name, else what stands before the @ of the address, else nothing. */
        public String callName() {
            return name.isEmpty() ? email.replaceFirst("@[^@]*$", "") : name;
        }
    }

    /** A new person; without an address ("") they come in by invitation only. Who may make one is the caller's to check. */
    @Transactional
    public UUID create(String email) {
        UUID id = Ids.next();
        jdbc.sql("insert into accounts.person (id) values (:id)")
                .param("id", id)
                .update();
        jdbc.sql("insert into private.identity (person_id) values (:id)")
                .param("id", id)
                .update();
        personal.begin(id);
        if (!email.isEmpty()) setEmail(id, email);
        return id;
    }

    boolean exists(UUID id) {
        return find(id).isPresent();
    }

    public Optional<Person> find(UUID id) {
        return jdbc.sql(PERSONS + "where p.id = :id")
                .param("id", id)
                .query(this::person)
                .optional();
    }

    /** The newest persons first. */
    List<Person> list(int limit, int offset) {
        return jdbc.sql(PERSONS + "order by p.id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(this::person)
                .list();
    }

    /** Those of these that there are, the one who came first at the head. */
    List<Person> list(Collection<UUID> ids) {
        return jdbc.sql(PERSONS + "where p.id = any (:ids) order by p.id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::person)
                .list();
    }

    private Person person(ResultSet row, int n) throws SQLException {
        byte[] key = row.getBytes(5);
        return new Person(
                row.getObject(1, UUID.class),
                personal.open(key, row.getBytes(3)).orElse(""),
                personal.open(key, row.getBytes(4)).orElse(""),
                row.getObject(2, OffsetDateTime.class).toInstant());
    }

    /** Whether they have left an address that a link can go to, or have a passkey. */
    public boolean canReturn(UUID person) {
        return jdbc.sql("""
                        select exists (select 1 from private.identity where person_id = :person and email is not null)
                          or exists (select 1 from accounts.user_credentials where user_entity_user_id = :handle)""")
                .param("person", person)
                .param("handle", Passkeys.handle(person).toBase64UrlString())
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> findByEmail(String email) {
        return email.isEmpty() ? Optional.empty() : personal.findByEmail(email);
    }

    public void setName(UUID person, String name) {
        jdbc.sql("update private.identity set name = :name where person_id = :person")
                .param("name", personal.seal(person, name))
                .param("person", person)
                .update();
    }

    /** False when another person has this address. */
    @Transactional
    boolean setEmail(UUID person, String email) {
        if (!personal.setEmail(person, email)) return false;
        jdbc.sql("update private.identity set email = :email where person_id = :person")
                .param("email", personal.seal(person, email))
                .param("person", person)
                .update();
        return true;
    }

    /** Signs the person out wherever they are signed in. */
    void signOutEverywhere(UUID person) {
        jdbc.sql("delete from frame.spring_session where principal_name = :name")
                .param("name", Actor.PERSON + ":" + person)
                .update();
    }

    /**
     * Removes the person from every room and erases their key, and with it what backups hold of them. What they may and
     * what is on its way to them goes by {@link Leaving}.
     */
    @Transactional
    void erase(UUID person) {
        rooms.forEach(room -> room.forget(person));
        jdbc.sql("delete from accounts.user_credentials where user_entity_user_id = :handle")
                .param("handle", Passkeys.handle(person).toBase64UrlString())
                .update();
        signOutEverywhere(person);
        jdbc.sql("delete from accounts.person where id = :person")
                .param("person", person)
                .update();
        personal.erase(person);
    }
}
