package org.commonweal.hub.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Who is signed in, kept in the database for two weeks without use. */
@Configuration
@EnableJdbcHttpSession(
        tableName = "frame.spring_session",
        maxInactiveIntervalInSeconds = 14 * 24 * 3600,
        // Its own clock would tick before the first migration has made the table.
        cleanupCron = Scheduled.CRON_DISABLED)
class Sessions {
    @Bean
    Task<Void> sessionCleaning(JdbcIndexedSessionRepository sessions) {
        return Tasks.recurring("session-cleaning", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> sessions.cleanUpExpiredSessions());
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** A person who showed a link that is theirs; serialised into the session. */
    static final class ByLink extends AbstractAuthenticationToken {
        private final String name;

        ByLink(UUID person) {
            super(List.of());
            this.name = Actor.PERSON + ":" + person;
            setAuthenticated(true);
        }

        @Override
        public Object getPrincipal() {
            return name;
        }

        @Override
        public Object getCredentials() {
            return "";
        }
    }

    static void begin(
            UUID person, SecurityContextRepository contexts, HttpServletRequest request, HttpServletResponse response) {
        // A new identifier, so that one planted before signing in is worth nothing (session fixation).
        if (request.getSession(false) != null) request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ByLink(person));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
    }
}
