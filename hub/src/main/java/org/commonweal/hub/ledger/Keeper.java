package org.commonweal.hub.ledger;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.commonweal.tlog.LogDamagedException;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the log in the one process that may: one thread that appends what waits, as soon as it is woken and at the
 * latest after half a second, for entries that other processes wrote.
 *
 * <p>What it finds it tells in the row of the log, so that every process can show it. After a fault, such as a full disk,
 * it opens the log again until that works; what waits goes on waiting.
 */
@Component
class Keeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(3);

    private final LogFolders folders;
    private final Logs logs;
    private final Origins origins;
    private final Opening opening;
    private final Clock clock;
    private final boolean beside;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private @Nullable OpenLog open;
    private @Nullable Damage damage;
    private String lastTold = "";
    private String lastFault = "";

    Keeper(
            LogFolders folders,
            Logs logs,
            Origins origins,
            Opening opening,
            Clock clock,
            @Value("${commonweal.beside:false}") boolean beside) {
        this.folders = folders;
        this.logs = logs;
        this.origins = origins;
        this.opening = opening;
        this.clock = clock;
        this.beside = beside;
    }

    /** Says that something waits, where this process keeps the log; elsewhere it does nothing. */
    void wake() {
        if (thread != null) woken.release();
    }

    private void run() {
        while (isRunning()) {
            try {
                KeeperLock.tryTake(folders.all()).ifPresent(this::keep);
            } catch (IOException broken) {
                LOG.warn("The log cannot be kept: {}", broken.getMessage());
            }
            if (isRunning()) pause(AFTER_FAULT);
        }
    }

    private void keep(KeeperLock lock) {
        try (lock) {
            damage = null;
            while (isRunning()) pause(turn());
            closeOpen();
        }
    }

    /** One round of work; gives how long to rest at most. */
    private Duration turn() {
        try {
            LogRow current = origins.getCurrent();
            if (damage != null && damage.rests(current.number(), clock.instant())) return AFTER_FAULT;
            if (open == null || open.number() != current.number()) reopen(current);
            work(open, current);
            lastFault = "";
            return POLL;
        } catch (IOException | VerificationException | LogFormatException | RuntimeException fault) {
            tellFault(fault);
            return AFTER_FAULT;
        }
    }

    private void reopen(LogRow current) throws IOException, VerificationException, LogFormatException {
        closeOpen();
        lastTold = "";
        folders.passOnRestored();
        try {
            open = opening.open(current);
        } catch (LogDamagedException damaged) {
            damage = new Damage(current.number(), clock.instant());
            throw damaged;
        }
    }

    private void work(OpenLog log, LogRow row) throws IOException {
        if (log.isHeld() && row.known() != null) confirm(log, row.known());
        // What was told of a fault before it was held is no answer to a checkpoint.
        else if (log.isHeld()) tell(log.number(), Signing.HELD, row.state() == Signing.HELD ? row.told() : "");
        if (log.isHeld()) return;
        log.drain();
        tell(log.number(), Signing.SIGNING, "");
    }

    private void confirm(OpenLog log, String known) throws IOException {
        String told = "";
        try {
            log.confirm(known);
        } catch (VerificationException refused) {
            told = refused.getMessage();
        }
        // Whoever gave it cleared what was told before, which may have been the same.
        lastTold = "";
        logs.answerKnown(log.number(), log.isHeld() ? Signing.HELD : Signing.SIGNING, told);
    }

    /** What could not be recorded is found again by {@link OpenLog#catchUp} at the next opening. */
    private void tellFault(Exception fault) {
        closeOpen();
        String message = String.valueOf(fault.getMessage());
        // Once, not at every attempt.
        if (isRunning() && !lastFault.equals(message)) LOG.warn("The log waits: {}", message);
        lastFault = message;
        try {
            logs.findCurrent().ifPresent(row -> tell(row.number(), Signing.STOPPED, message));
        } catch (RuntimeException noDatabase) {
            LOG.debug("Nobody can be told that the log waits", noDatabase);
        }
    }

    private void tell(int number, Signing state, String told) {
        String now = state + " " + told;
        if (!now.equals(lastTold)) logs.tell(number, state, told);
        lastTold = now;
    }

    private void closeOpen() {
        try {
            if (open != null) open.close();
        } catch (IOException leftToRecover) {
            LOG.warn("The log was not closed cleanly: {}", leftToRecover.getMessage());
        }
        open = null;
    }

    private void pause(Duration atMost) {
        try {
            woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            woken.drainPermits();
        } catch (InterruptedException stop) {
            thread = null;
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("ledger").daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopped = thread;
        thread = null;
        woken.release();
        if (stopped == null) return;
        try {
            stopped.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** A command beside a running hub leaves the log to that hub. */
    @Override
    public boolean isAutoStartup() {
        return !beside;
    }
}
