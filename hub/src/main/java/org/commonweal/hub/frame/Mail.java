package org.commonweal.hub.frame;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plain-text mail: sealed in the database first, then sent from the queue when SMTP is set up ({@code
 * spring.mail.host}); otherwise it stays in the outbox, which administrators read.
 */
@Component
public class Mail {
    private static final String TASK = "mail";
    private final JdbcClient jdbc;
    private final Personal personal;
    private final JsonMapper json;
    private final ObjectProvider<SchedulerClient> queue;
    private final ObjectProvider<JavaMailSender> sender;

    Mail(
            JdbcClient jdbc,
            Personal personal,
            JsonMapper json,
            ObjectProvider<SchedulerClient> queue,
            ObjectProvider<JavaMailSender> sender) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.json = json;
        this.queue = queue;
        this.sender = sender;
    }

    public record Letter(String to, String subject, String text) {}

    /** A letter as the outbox shows it; {@code sentAt} is null while it waits. */
    public record Waiting(
            UUID id,
            Letter letter,
            Instant createdAt,
            @Nullable Instant sentAt,
            int attempts) {}

    /** Whether letters leave this hub at all. */
    public boolean isConfigured() {
        return sender.getIfAvailable() != null;
    }

    public void send(Letter letter) {
        UUID id = Ids.next();
        jdbc.sql("insert into private.mail (id, sealed) values (:id, :sealed)")
                .param("id", id)
                .param("sealed", personal.sealForHub(json.writeValueAsString(letter)))
                .update();
        if (isConfigured())
            queue.getObject()
                    .scheduleIfNotExists(DELIVERY.instance(id.toString()).scheduledTo(Instant.now()));
    }

    /** The newest letters, newest first. */
    public List<Waiting> listNewest(int limit) {
        return jdbc.sql("select id, sealed, created_at, sent_at, attempts from private.mail"
                        + " order by created_at desc limit :limit")
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getObject(1, UUID.class),
                        json.readValue(personal.openForHub(row.getBytes(2)), Letter.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4) == null
                                ? null
                                : row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getInt(5)))
                .list();
    }

    private static final TaskDescriptor<Void> DELIVERY = TaskDescriptor.of(TASK);

    void deliver(UUID id, String from) {
        Letter letter = jdbc.sql("update private.mail set attempts = attempts + 1 where id = :id and sent_at is null"
                        + " returning sealed")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(bytes -> json.readValue(personal.openForHub(bytes), Letter.class))
                .orElse(null);
        if (letter == null) return;
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(letter.to());
        message.setSubject(letter.subject());
        message.setText(letter.text());
        sender.getObject().send(message);
        jdbc.sql("update private.mail set sent_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    @Configuration
    static class Delivery {
        /** Tries for a day, less and less often. */
        @Bean
        OneTimeTask<Void> mailDelivery(
                ObjectProvider<Mail> mail, @Value("${commonweal.mail-from:commonweal@localhost}") String from) {
            return Tasks.oneTime(DELIVERY)
                    .onFailure(new MaxRetriesFailureHandler<>(
                            8, new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(20), 3)))
                    .execute((instance, context) -> mail.getObject().deliver(UUID.fromString(instance.getId()), from));
        }

        /** Letters are kept a month, then forgotten. */
        @Bean
        Task<Void> mailCleaning(JdbcClient jdbc) {
            return Tasks.recurring("mail-cleaning", Schedules.daily(LocalTime.of(3, 0)))
                    .execute((instance, context) -> jdbc.sql(
                                    "delete from private.mail where created_at < now() - interval '30 days'")
                            .update());
        }
    }
}
