package org.commonweal.hub.ledger;

import java.io.IOException;
import java.util.Optional;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.tlog.format.LogFormatException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which log is written, and when a new one begins: see {@code docs/decisions/0021-log-origins.md}.
 *
 * <p>A name, once public, is kept even when the hub moves to another address; only an administrator ends such a log.
 */
@Component
class Origins {
    private final Logs logs;
    private final Entries entries;
    private final LogFolders folders;
    private final Settings settings;
    private final Audit audit;

    Origins(Logs logs, Entries entries, LogFolders folders, Settings settings, Audit audit) {
        this.logs = logs;
        this.entries = entries;
        this.folders = folders;
        this.settings = settings;
        this.audit = audit;
    }

    /** The log to write; begins one where there is none, or where the present one was only for trying the hub. */
    @Transactional
    public LogRow getCurrent() {
        Optional<LogRow> current = logs.findCurrent();
        boolean demonstration = settings.hubName().demonstration();
        if (current.isEmpty()) return begin(current, "first", "");
        if (current.get().demonstration() != demonstration) return begin(current, "demonstration", "");
        if (current.get().local() && hasPublicAddress()) return begin(current, "address", "");
        return current.get();
    }

    /** Begins a new log because an administrator asks for it. */
    @Transactional
    public LogRow begin(String words) {
        return begin(logs.findCurrent(), "asked", words);
    }

    private LogRow begin(Optional<LogRow> before, String reason, String words) {
        int number = before.map(LogRow::number).orElse(0) + 1;
        while (!folders.isFree(number)) number++;
        LogName name = LogName.of(settings.findPublicUrl(), settings.hubName().demonstration());
        if (isTaken(name)) name = name.numbered(number);
        logs.add(number, name, before.map(this::leaveOut).orElse(0L), reason, words);
        LogRow begun = logs.findCurrent().orElseThrow();
        entries.awaitAgain(begun.afterEntry());
        audit.note("log.began", new ThingRef("hub", Scope.HUB.id()), begun.origin());
        return begun;
    }

    /** All that was published stands in the new log too, but what a demonstration made up stays in its own. */
    private long leaveOut(LogRow before) {
        return before.demonstration() ? entries.newest() : before.afterEntry();
    }

    private boolean isTaken(LogName name) {
        try {
            return logs.hasOrigin(name.origin()) || folders.hasOrigin(name.origin());
        } catch (IOException | LogFormatException unreadable) {
            throw new IllegalStateException(
                    "The keys of the logs in %s cannot be read: mend that before a new log begins"
                            .formatted(folders.all()),
                    unreadable);
        }
    }

    private boolean hasPublicAddress() {
        return !LogName.of(settings.findPublicUrl(), false).local();
    }
}
