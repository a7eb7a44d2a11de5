package org.commonweal.hub.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.commonweal.hub.frame.database.DatabaseFault;
import org.commonweal.hub.frame.database.EmbeddedPostgres;
import org.commonweal.hub.launch.place.Lines;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The hub's own PostgreSQL, starting on a thread of its own while Spring reads its classes. */
final class RunningDatabase implements AutoCloseable {
    private final CompletableFuture<EmbeddedPostgres> started;

    private RunningDatabase(CompletableFuture<EmbeddedPostgres> started) {
        this.started = started;
    }

    static RunningDatabase start(Path data, Path binaries, Lines lines) {
        CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
        Thread.ofPlatform().name("database-start").start(() -> {
            long from = System.nanoTime();
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data, binaries);
                lines.say("Database ready in " + Lines.seconds(Duration.ofNanos(System.nanoTime() - from)) + " s.");
                started.complete(postgres);
            } catch (IOException | RuntimeException fault) {
                started.completeExceptionally(fault);
            }
        });
        return new RunningDatabase(started);
    }

    /** Makes it the bean that the pool of connections stands on; whoever needs it waits until it answers. */
    void registerIn(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(EmbeddedPostgres.class, this::await);
    }

    private EmbeddedPostgres await() {
        try {
            return started.join();
        } catch (CompletionException fault) {
            throw new DatabaseFault(fault.getCause().getMessage(), fault.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            started.join().close();
        } catch (CompletionException neverStarted) {
            // Told by whoever waited for it.
        }
    }
}
