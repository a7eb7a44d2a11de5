package org.commonweal.tlog;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.commonweal.tlog.note.SignedCheckpoint;

/**
 * Group commit: many threads give entries, one thread commits all that wait together. While a commit waits for the disk
 * the next group gathers, so groups grow with the load and nothing is ever delayed on purpose.
 */
final class Committer {
    private static final int GROUP = 256;

    /** Groups that one sync may make durable together. */
    private static final int MOST_IN_BATCH = 16 * GROUP;

    private static final int MOST_BYTES_IN_BATCH = 8 << 20;
    private static final int MOST_WAITING = 8 * MOST_IN_BATCH;

    private final Writer writer;
    private final Thread thread;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private boolean closing;
    private volatile SignedCheckpoint latest;
    private volatile LogStoppedException stopped;

    private record Waiting(byte[] entry, CompletableFuture<Appended> done) {}

    Committer(Writer writer) {
        this.writer = writer;
        this.latest = writer.latest();
        this.thread = Thread.ofPlatform().name("tlog-commit").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    SignedCheckpoint latest() {
        return latest;
    }

    /** Entries given together stand side by side. Waits only when very many entries wait already. */
    List<CompletableFuture<Appended>> submit(List<byte[]> entries) {
        List<Waiting> waiting = entries.stream()
                .map(entry -> new Waiting(entry, new CompletableFuture<>()))
                .toList();
        List<CompletableFuture<Appended>> done =
                waiting.stream().map(Waiting::done).toList();
        lock.lock();
        try {
            while (queue.size() >= MOST_WAITING && stopped == null && !closing) {
                notFull.awaitUninterruptibly();
            }
            if (closing) {
                throw new IllegalStateException("The log is closed: append before close, or open it again");
            }
            if (stopped != null) {
                done.forEach(future -> future.completeExceptionally(stopped));
                return done;
            }
            queue.addAll(waiting);
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
        return done;
    }

    private void run() {
        for (List<Waiting> batch = take(); !batch.isEmpty(); batch = take()) {
            try {
                commit(batch);
            } catch (IOException | RuntimeException | Error failed) {
                stop(batch, failed);
                return;
            }
        }
    }

    private void commit(List<Waiting> batch) throws IOException {
        long first = latest.checkpoint().size();
        SignedCheckpoint checkpoint =
                writer.commit(batch.stream().map(Waiting::entry).toList());
        latest = checkpoint;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).done.complete(new Appended(first + i, checkpoint));
        }
    }

    /** All that waits, within the limits; empty when the log is closing and nothing waits. */
    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        lock.lock();
        try {
            while (queue.isEmpty() && !closing) {
                notEmpty.awaitUninterruptibly();
            }
            int bytes = 0;
            while (!queue.isEmpty() && batch.size() < MOST_IN_BATCH && bytes < MOST_BYTES_IN_BATCH) {
                Waiting next = queue.remove();
                bytes += next.entry.length;
                batch.add(next);
            }
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
        return batch;
    }

    /** After a failed write nobody knows what is durable, so nothing more is written: the next opening finds out. */
    private void stop(List<Waiting> batch, Throwable cause) {
        LogStoppedException reason = new LogStoppedException(cause);
        List<Waiting> failed = new ArrayList<>(batch);
        lock.lock();
        try {
            stopped = reason;
            failed.addAll(queue);
            queue.clear();
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
        failed.forEach(waiting -> waiting.done.completeExceptionally(reason));
    }

    /** Commits what waits, then ends. */
    void close() throws IOException {
        lock.lock();
        try {
            closing = true;
            notEmpty.signal();
            notFull.signalAll();
        } finally {
            lock.unlock();
        }
        joinUninterruptibly();
        if (stopped == null) {
            writer.close();
        } else {
            writer.abandon();
        }
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                // A commit that is under way ends by itself; leaving it would close files under it.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
