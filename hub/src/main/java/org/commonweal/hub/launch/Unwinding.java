package org.commonweal.hub.launch;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.commonweal.hub.frame.database.EmbeddedPostgres;

/**
 * Lets a word that is told to end (Ctrl-C, SIGTERM) take away what it has half done: its database is stopped and its
 * thread interrupted, so that it leaves through every block that closes or deletes something, and the process waits for
 * that.
 *
 * <p>Example: {@code try (Unwinding begun = Unwinding.begin()) { … }}.
 */
final class Unwinding implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static volatile boolean toldToEnd;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread worker = Thread.currentThread();

    private Unwinding() {}

    static Unwinding begin() {
        Unwinding begun = new Unwinding();
        Runtime.getRuntime().addShutdownHook(new Thread(begun::unwind, "unwind"));
        return begun;
    }

    /** Whether what goes wrong now goes wrong because the process was told to end. */
    static boolean isToldToEnd() {
        return toldToEnd;
    }

    private void unwind() {
        if (finished.getCount() == 0) return;
        toldToEnd = true;
        worker.interrupt();
        try {
            EmbeddedPostgres.stopAll();
        } catch (IOException notStopped) {
            System.err.println(Faults.explain(notStopped));
        }
        try {
            if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) System.err.println("Stopped before it was done.");
            else System.err.println("It did not end within " + PATIENCE_SECONDS + " s, and was cut off.");
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
    }
}
