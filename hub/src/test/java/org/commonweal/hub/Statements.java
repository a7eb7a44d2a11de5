package org.commonweal.hub;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What requests ask of the database meanwhile, as Spring writes it down; what jobs ask is left out.
 *
 * <p>Example: {@code List<String> asked = Statements.during(() -> visitor.get("/"))}.
 */
public final class Statements extends AppenderBase<ILoggingEvent> {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Statements() {}

    /** @param requests returns when they are answered */
    public static List<String> during(Runnable requests) {
        Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Statements statements = new Statements();
        statements.start();
        log.addAppender(statements);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        try {
            requests.run();
        } finally {
            log.setLevel(null);
            log.setAdditive(true);
            log.detachAppender(statements);
        }
        return statements.asked;
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean request = event.getThreadName().contains("-exec-");
        // The lines that bring the statement along: «Executing prepared SQL statement [select …]».
        if (request && event.getFormattedMessage().matches("(?s)Executing .*SQL.* \\[.*"))
            asked.add(event.getFormattedMessage());
    }
}
