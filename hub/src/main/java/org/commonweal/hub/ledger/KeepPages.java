package org.commonweal.hub.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Pages;
import org.commonweal.hub.frame.Refusal;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.ThingRef;
import org.commonweal.hub.frame.look.Faults;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Keeping the log: its state, a checkpoint to keep elsewhere, what to do after a restore, a new origin.
 *
 * <p>The process that keeps the log may be another one. So a checkpoint from outside goes to it through the row of the
 * log, and its answer comes back the same way.
 */
@Controller
@Access(permission = "log.keep")
class KeepPages {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_REASON = 300;

    private final Pages pages;
    private final Logs logs;
    private final LogFolders folders;
    private final Entries entries;
    private final Origins origins;
    private final Keeper keeper;
    private final Settings settings;
    private final Audit audit;

    KeepPages(
            Pages pages,
            Logs logs,
            LogFolders folders,
            Entries entries,
            Origins origins,
            Keeper keeper,
            Settings settings,
            Audit audit) {
        this.pages = pages;
        this.logs = logs;
        this.folders = folders;
        this.entries = entries;
        this.origins = origins;
        this.keeper = keeper;
        this.settings = settings;
        this.audit = audit;
    }

    @GetMapping("/hub/log")
    View show() throws IOException {
        return show("", Faults.none());
    }

    private View again(String typed, Faults faults, HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(typed, faults);
    }

    /** Takes the newest checkpoint known outside and waits a little for the comparison. */
    @PostMapping("/hub/log/known")
    View compare(
            @RequestParam(defaultValue = "") String checkpoint,
            @RequestParam(defaultValue = "false") boolean newest,
            HttpServletResponse response)
            throws IOException {
        // Browsers send a text field with Windows line ends, and people lose the last one.
        String known = checkpoint.replace("\r\n", "\n").strip() + "\n";
        SignedCheckpoint given;
        try {
            given = SignedCheckpoint.parse(known);
        } catch (LogFormatException malformed) {
            return again(checkpoint, Faults.none().add("checkpoint", malformed.getMessage()), response);
        }
        // The restored files hold one of this very length: only whoever gives it can know that none is newer.
        if (!newest)
            return again(checkpoint, Faults.none().add("newest", pages.page().t("ledger.keep.newest-fault")), response);
        LogRow current = getCurrent();
        // Such as at a second press, when the first has released it.
        if (!logs.giveKnown(current.number(), known))
            throw Refusal.conflict(pages.page().t("ledger.keep.not-held"));
        keeper.wake();
        LogRow answered = await(current.number());
        String outcome = answered.known() != null
                ? "still comparing"
                : answered.state() == Signing.SIGNING ? "signs again" : answered.told();
        audit.note(
                "log.compared",
                hub(),
                "size %d: %s".formatted(given.checkpoint().size(), outcome));
        return new RedirectView("/hub/log");
    }

    @PostMapping("/hub/log/begin")
    View begin(@RequestParam(defaultValue = "") String reason, HttpServletResponse response) throws IOException {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON)
            return again(
                    "",
                    Faults.none().add("reason", pages.page().t("ledger.keep.reason-fault", LONGEST_REASON)),
                    response);
        origins.begin(reason.strip());
        keeper.wake();
        return new RedirectView("/hub/log");
    }

    private View show(String typed, Faults faults) throws IOException {
        LogRow current = getCurrent();
        Optional<SignedCheckpoint> checkpoint = new PublicLog(folders.publicFiles(current.number())).findCheckpoint();
        return pages.show(
                "ledger/keep",
                new KeepView(
                        LogView.Head.of(current),
                        current.state().name(),
                        current.told(),
                        current.known() != null,
                        entries.countPending(),
                        checkpoint.map(signed -> signed.checkpoint().size()).orElse(0L),
                        checkpoint.map(SignedCheckpoint::toString).orElse(""),
                        otherAddress(current),
                        typed,
                        faults));
    }

    /** A log keeps its name when the hub moves: told here, so that whoever wants another log can begin one. */
    private String otherAddress(LogRow current) {
        String address = settings.findPublicUrl().orElse("");
        LogName now = LogName.of(settings.findPublicUrl(), current.demonstration());
        return now.local() || current.origin().startsWith(now.origin()) ? "" : address;
    }

    private LogRow await(int number) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LogRow row = logs.find(number).orElseThrow();
        while (row.known() != null && System.nanoTime() < end) {
            try {
                // The answer is another process's, and comes by the row.
                Thread.sleep(50);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return row;
            }
            row = logs.find(number).orElseThrow();
        }
        return row;
    }

    private LogRow getCurrent() {
        return logs.findCurrent().orElseThrow(Refusal::notFound);
    }

    private static ThingRef hub() {
        return new ThingRef("hub", Scope.HUB.id());
    }
}
