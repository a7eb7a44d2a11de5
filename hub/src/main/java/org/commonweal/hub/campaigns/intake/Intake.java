package org.commonweal.hub.campaigns.intake;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.commonweal.hub.frame.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The door: answers only when the submission is durable in the database.
 *
 * <p>What waits at the same time goes into one transaction and so shares one fsync (group commit). Two writers take
 * turns: while one waits for the disk the other gathers the next group.
 *
 * <p>Tried and dropped: one transaction per request, which a disk of 400 fsyncs a second holds under 400 submissions a
 * second at one client and wastes a connection per request at many.
 */
@Component
public class Intake implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int WRITERS = 2;
    private static final int LARGEST_GROUP = 128;
    private static final int LONGEST_QUEUE = 2_000;
    // Form clients give up after half a minute or so.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(200);
    // Within the time that a phase has to stop (spring.lifecycle.timeout-per-shutdown-phase).
    private static final Duration LAST_WORK = Duration.ofSeconds(8);

    private record Waiting(Arrival arrival, CompletableFuture<Outcome> outcome) {}

    private final Store store;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running;
    private volatile boolean ended;

    Intake(Store store) {
        this.store = store;
    }

    /** Stores it and says what became of it; returns after the commit. */
    public Outcome accept(Arrival arrival) {
        return acceptAll(List.of(arrival)).getFirst();
    }

    /**
     * The same for many, in the order given.
     *
     * @throws Refusal (503) when the hub stops or the database is away for longer than a client waits; whoever sends the
     *     same again is answered as if it had come once
     */
    public List<Outcome> acceptAll(List<Arrival> arrivals) {
        if (!running) throw away();
        List<Waiting> all = arrivals.stream()
                .map(arrival -> new Waiting(arrival, new CompletableFuture<>()))
                .toList();
        try {
            for (Waiting one : all) if (!queue.offer(one, PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw away();
            // Whoever passed the check above before the stop and came after the last look at the queue: nobody else
            // would ever answer them.
            if (ended) refuseRest();
            List<Outcome> outcomes = new ArrayList<>();
            for (Waiting one : all) outcomes.add(one.outcome().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            return outcomes;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away();
        } catch (TimeoutException tooLong) {
            throw away();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refusal) throw refusal;
            throw new IllegalStateException("The submission could not be stored", failed.getCause());
        }
    }

    /** How many wait to be stored. */
    int waiting() {
        return queue.size();
    }

    private static Refusal away() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The hub could not store this now. Keep it and send it again in some minutes: nothing is stored twice.");
    }

    @Override
    public void start() {
        ended = false;
        running = true;
        for (int i = 1; i <= WRITERS; i++)
            writers.add(Thread.ofPlatform().name("intake-" + i).daemon().start(this::write));
    }

    /** Below the web server's phases ({@code WebServerApplicationContext}), and phases stop from the highest down. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1024;
    }

    /** After the web server: what was taken in is still stored. */
    @Override
    public void stop() {
        running = false;
        try {
            long until = System.nanoTime() + LAST_WORK.toNanos();
            for (Thread writer : writers) writer.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        writers.clear();
        ended = true;
        refuseRest();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // Ends only when nothing waits any more.
    private void write() {
        while (running || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) continue;
                List<Waiting> group = new ArrayList<>(List.of(first));
                queue.drainTo(group, LARGEST_GROUP - 1);
                settle(group);
            } catch (InterruptedException nobodyInterrupts) {
                return;
            }
        }
    }

    private void settle(List<Waiting> group) {
        try {
            List<Outcome> outcomes =
                    store.store(group.stream().map(Waiting::arrival).toList());
            for (int i = 0; i < group.size(); i++) group.get(i).outcome().complete(outcomes.get(i));
        } catch (RuntimeException failed) {
            if (isAway(failed)) {
                LOG.error("The database is away: {} submissions could not be stored", group.size(), failed);
                group.forEach(one -> one.outcome().completeExceptionally(away()));
                return;
            }
            if (group.size() == 1) {
                LOG.error("A submission could not be stored", failed);
                group.getFirst().outcome().completeExceptionally(failed);
                return;
            }
            // One that can't be stored must not take the others with it.
            group.forEach(one -> settle(List.of(one)));
        }
    }

    // No connection to be had, or the one in hand broke (SQLSTATE classes 08, 53 and 57P: connection, resources, the
    // server stops): each of the group would wait for the same.
    private static boolean isAway(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof SQLTransientConnectionException) return true;
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().matches("(08|53|57P).*")) return true;
        }
        return false;
    }

    private void refuseRest() {
        for (Waiting left; (left = queue.poll()) != null; ) left.outcome().completeExceptionally(away());
    }
}
