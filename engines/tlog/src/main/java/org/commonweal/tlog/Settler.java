package org.commonweal.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Makes public files durable after the fact, many at a time, and then drops the journal segment they follow from.
 *
 * <p>Tried: syncing each tile and bundle within its commit. That is eight syncs for a group of 256 entries instead of
 * one; syncing the same files later from several threads lets the file system write them together.
 */
final class Settler {
    /** Segments that may wait to be settled before a commit waits for them. */
    private static final int MOST_WAITING = 4;

    private static final int PARTS = 8;

    private final LogDirectory directory;
    private final Executor executor;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    Settler(LogDirectory directory, Executor executor) {
        this.directory = directory;
        this.executor = executor;
    }

    /** Begins to settle; segments are dropped in the order of these calls. */
    void settle(Publisher.Unsettled unsettled, Optional<Path> finished) throws IOException {
        waiting.removeIf(CompletableFuture::isDone);
        if (waiting.size() >= MOST_WAITING) {
            await();
        }
        last = last.thenCompose(previous -> sync(unsettled)).thenRunAsync(() -> finish(unsettled, finished), executor);
        waiting.add(last);
    }

    /** Returns when all that was given is durable. */
    void await() throws IOException {
        try {
            last.join();
        } catch (CompletionException failed) {
            throw new IOException("Public files of the log could not be made durable", failed.getCause());
        }
    }

    /** Throws when something could not be settled, without waiting. */
    void requireNoFailure() throws IOException {
        if (last.isCompletedExceptionally()) {
            await();
        }
    }

    private CompletableFuture<Void> sync(Publisher.Unsettled unsettled) {
        List<Path> files = List.copyOf(unsettled.files());
        CompletableFuture<?>[] parts = new CompletableFuture<?>[PARTS];
        for (int part = 0; part < PARTS; part++) {
            int first = part;
            parts[part] = CompletableFuture.runAsync(() -> sync(files, first), executor);
        }
        return CompletableFuture.allOf(parts);
    }

    private void sync(List<Path> files, int first) {
        try {
            for (int i = first; i < files.size(); i += PARTS) {
                syncIfThere(files.get(i));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void syncIfThere(Path file) throws IOException {
        try {
            directory.disk.sync(file);
        } catch (NoSuchFileException replacedByFullTile) {
            // The full tile came with a later segment, which makes it durable.
        }
    }

    private void finish(Publisher.Unsettled unsettled, Optional<Path> finished) {
        try {
            for (Path path : unsettled.directories()) {
                syncDirectoryIfThere(path);
            }
            if (finished.isPresent()) {
                directory.disk.delete(finished.get());
                // Oldest first and each durably: what is left after a crash is always an unbroken row of segments.
                directory.disk.syncDirectory(directory.journal());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void syncDirectoryIfThere(Path path) throws IOException {
        try {
            directory.disk.syncDirectory(path);
        } catch (NoSuchFileException replacedByFullTile) {
            // as in syncIfThere
        }
    }
}
