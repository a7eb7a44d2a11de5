package org.commonweal.hub.frame;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Takes letters from the queue to the mail server, and notes in a word why one did not leave. */
@Configuration
class MailDelivery {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("mail");
    private static final int RETRIES = 8;

    /** Tries for eighteen hours, less and less often: 20 s after the first time, then three times longer each time. */
    @Bean
    OneTimeTask<Void> deliverMail(
            ObjectProvider<Mail> mail,
            ObjectProvider<JavaMailSender> sender,
            @Value("${commonweal.mail-from:}") String from,
            @Value("${spring.mail.username:}") String user) {
        String author = !from.isEmpty() ? from : user.contains("@") ? user : "commonweal@localhost";
        return Tasks.oneTime(TASK)
                .onFailure(new MaxRetriesFailureHandler<>(
                        RETRIES, new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(20), 3)))
                .execute((instance, context) ->
                        deliver(mail.getObject(), sender.getObject(), UUID.fromString(instance.getId()), author));
    }

    /** What could not leave for a day is forgotten: the links in it have long run out. */
    @Bean
    Task<Void> cleanMail(JdbcClient jdbc) {
        return Tasks.recurring("mail-cleaning", Schedules.daily(LocalTime.of(3, 0)))
                .execute((instance, context) -> jdbc.sql(
                                "delete from private.mail where created_at < now() - interval '1 day'")
                        .update());
    }

    private static void deliver(Mail mail, JavaMailSender sender, UUID id, String author) {
        mail.begin(id).ifPresent(letter -> {
            SimpleMailMessage message = new SimpleMailMessage();
            message.setFrom(author);
            message.setTo(letter.to());
            message.setSubject(letter.subject());
            message.setText(letter.text());
            try {
                sender.send(message);
            } catch (MailException notSent) {
                mail.stayed(id, fault(notSent));
                // The queue tries again. The server's own words may hold the address, and stay out of the log.
                throw new IllegalStateException("A letter did not leave: " + fault(notSent));
            }
            mail.left(id);
        });
    }

    static String fault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException) return "password";
            if (cause instanceof java.io.IOException) return tls(cause) ? "encryption" : "unreachable";
            if (cause instanceof MessagingException
                    && String.valueOf(cause.getMessage()).contains("STARTTLS")) return "encryption";
        }
        return "refused";
    }

    private static boolean tls(Throwable cause) {
        return cause instanceof javax.net.ssl.SSLException;
    }
}
