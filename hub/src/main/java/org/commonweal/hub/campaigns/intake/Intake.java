package org.commonweal.hub.campaigns.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

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

    private record Waiting(Arrival arrival, CompletableFuture<Outcome> outcome) {}

    private final Store store;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running;

    Intake(Store store) {
        this.store = store;
    }

    /** Stores it and says what became of it; returns after the commit. */
    public Outcome accept(Arrival arrival) {
        return acceptAll(List.of(arrival)).getFirst();
    }

    /** The same for many, in the order given. */
    public List<Outcome> acceptAll(List<Arrival> arrivals) {
        if (!running) throw new IllegalStateException("The hub is stopping");
        List<Waiting> all = arrivals.stream()
                .map(arrival -> new Waiting(arrival, new CompletableFuture<>()))
                .toList();
        try {
            for (Waiting one : all) queue.put(one);
            return all.stream().map(one -> one.outcome().join()).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while storing", interrupted);
        } catch (CompletionException failed) {
            throw new IllegalStateException("The submission could not be stored", failed.getCause());
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= WRITERS; i++)
            writers.add(Thread.ofPlatform().name("intake-" + i).daemon().start(this::write));
    }

    /** After the web server: what was taken in is still stored. */
    @Override
    public void stop() {
        running = false;
        writers.forEach(Thread::interrupt);
        writers.clear();
        drain().forEach(left -> left.outcome().completeExceptionally(new IllegalStateException("The hub stopped")));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void write() {
        while (running) {
            List<Waiting> group = new ArrayList<>();
            try {
                group.add(queue.take());
            } catch (InterruptedException stopping) {
                return;
            }
            queue.drainTo(group, LARGEST_GROUP - 1);
            settle(group);
        }
    }

    private void settle(List<Waiting> group) {
        try {
            List<Outcome> outcomes =
                    store.store(group.stream().map(Waiting::arrival).toList());
            for (int i = 0; i < group.size(); i++) group.get(i).outcome().complete(outcomes.get(i));
        } catch (RuntimeException failed) {
            if (group.size() == 1) {
                LOG.error("A submission could not be stored", failed);
                group.getFirst().outcome().completeExceptionally(failed);
                return;
            }
            // One that can't be stored must not take the others with it.
            group.forEach(one -> settle(List.of(one)));
        }
    }

    private List<Waiting> drain() {
        List<Waiting> left = new ArrayList<>();
        queue.drainTo(left);
        return left;
    }
}
