package org.commonweal.hub;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * What the hub writes into its log meanwhile, each line as «WARN The log waits: …».
 *
 * <p>Example: {@code List<String> said = Logged.during(() -> visitor.get("/"))}.
 */
public final class Logged extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Logged() {}

    /** @param work returns when all is done that is to be listened to */
    public static List<String> during(Runnable work) {
        Logger log = (Logger) LoggerFactory.getLogger("org.commonweal");
        Logged logged = new Logged();
        logged.start();
        log.addAppender(logged);
        try {
            work.run();
        } finally {
            log.detachAppender(logged);
        }
        return logged.lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLevel() + " " + event.getFormattedMessage());
    }
}
