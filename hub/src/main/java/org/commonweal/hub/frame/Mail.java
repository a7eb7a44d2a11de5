package org.commonweal.hub.frame;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plain-text mail: sealed in the database first, then sent from the queue when SMTP is set up ({@code
 * spring.mail.host}) and deleted; otherwise it waits in the outbox, which administrators read, for a day.
 */
@Component
public class Mail {
    private final JdbcClient jdbc;
    private final Personal personal;
    private final JsonMapper json;
    private final ObjectProvider<SchedulerClient> queue;
    private final ObjectProvider<JavaMailSender> sender;
    private final Clock clock;

    Mail(
            JdbcClient jdbc,
            Personal personal,
            JsonMapper json,
            ObjectProvider<SchedulerClient> queue,
            ObjectProvider<JavaMailSender> sender,
            Clock clock) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.json = json;
        this.queue = queue;
        this.sender = sender;
        this.clock = clock;
    }

    /** A letter to one address; its subject is one line, whatever names were put into it. */
    public record Letter(String to, String subject, String text) {
        /** @throws IllegalArgumentException when {@code to} can't be one address */
        public Letter {
            if (EmailAddress.find(to).isEmpty())
                throw new IllegalArgumentException("A letter goes to one address, this is none");
            subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        }
    }

    /** A letter as the outbox shows it, with how often it was tried and why it is still here ("" before any trial). */
    public record Waiting(UUID id, Letter letter, Instant createdAt, int attempts, String fault) {}

    /** Whether letters leave this hub at all. */
    public boolean isConfigured() {
        return sender.getIfAvailable() != null;
    }

    /** Keeps the letter and its task in one transaction: no letter waits that nobody will try. */
    @Transactional
    public void send(Letter letter) {
        UUID id = Ids.next();
        jdbc.sql("insert into private.mail (id, sealed, address_digest) values (:id, :sealed, :digest)")
                .param("id", id)
                .param("sealed", personal.sealForHub(json.writeValueAsString(letter)))
                .param("digest", personal.addressDigest(letter.to()))
                .update();
        if (isConfigured())
            queue.getObject()
                    .scheduleIfNotExists(
                            MailDelivery.TASK.instance(id.toString()).scheduledTo(clock.instant()));
    }

    /** The newest letters that wait, newest first. */
    public List<Waiting> listNewest(int limit) {
        return jdbc.sql("select id, sealed, created_at, attempts, coalesce(fault, '') from private.mail"
                        + " order by created_at desc limit :limit")
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getObject(1, UUID.class),
                        letter(row.getBytes(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getInt(4),
                        row.getString(5)))
                .list();
    }

    /** Why the letter that was tried last did not leave, none when none waits after a trial. */
    public Optional<String> findFault() {
        return jdbc.sql("select fault from private.mail where fault is not null order by created_at desc limit 1")
                .query(String.class)
                .optional();
    }

    /** Deletes what waits for an address, as when the person behind it leaves. */
    public void forget(String address) {
        jdbc.sql("delete from private.mail where address_digest = :digest")
                .param("digest", personal.addressDigest(address))
                .update();
    }

    /** The letter that is to be tried now, none when it has left or was forgotten. */
    Optional<Letter> begin(UUID id) {
        return jdbc.sql("update private.mail set attempts = attempts + 1 where id = :id returning sealed")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(this::letter);
    }

    void left(UUID id) {
        jdbc.sql("delete from private.mail where id = :id").param("id", id).update();
    }

    void stayed(UUID id, String fault) {
        jdbc.sql("update private.mail set fault = :fault where id = :id")
                .param("id", id)
                .param("fault", fault, Types.VARCHAR)
                .update();
    }

    private Letter letter(byte[] sealed) {
        return json.readValue(personal.openForHub(sealed), Letter.class);
    }
}
