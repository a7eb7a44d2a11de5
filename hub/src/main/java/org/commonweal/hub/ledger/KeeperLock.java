package org.commonweal.hub.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process keeps the logs of a data folder; the system gives the lock back when it ends in whatever way. Each log has
 * a lock of its own, but only this one tells «another hub keeps it» from «the disk is broken».
 */
record KeeperLock(FileChannel channel) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeeperLock.class);

    static Optional<KeeperLock> tryTake(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("keeper"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) != null) return Optional.of(new KeeperLock(channel));
        channel.close();
        return Optional.empty();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException atTheEndOfTheProcessAtLatest) {
            LOG.warn("The lock on the log was not given back: {}", atTheEndOfTheProcessAtLatest.getMessage());
        }
    }
}
