package org.commonweal.hub.launch.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @Test
    void isMadeForItsOwnerAlone(@TempDir Path temporary) throws Exception {
        Path data = temporary.resolve("deep/data");
        try (DataFolder folder = DataFolder.open(data, "a test")) {
            assertThat(mode(data)).isEqualTo("rwx------");
            assertThat(mode(DataFolder.putSecret(folder.path(), "sign-in-link", "secret")))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void isLeftAsItsOwnerMadeIt(@TempDir Path temporary) throws Exception {
        Path data = Files.createDirectory(temporary.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
        DataFolder.open(data, "a test").close();
        assertThat(mode(data)).isEqualTo("rwxr-x---");
    }

    @Test
    void isClosedToOthersWhenItIsOurs(@TempDir Path temporary) throws Exception {
        Path fresh = Files.createDirectory(temporary.resolve("fresh"));
        Path used = Files.createDirectories(temporary.resolve("used/keys")).getParent();
        Files.createFile(used.resolve("lock"));
        Path shared = Files.createDirectory(temporary.resolve("shared"));
        Files.createFile(shared.resolve("letter.txt"));
        for (Path data : List.of(fresh, used, shared)) {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
            DataFolder.open(data, "a test").close();
        }
        assertThat(mode(fresh)).isEqualTo("rwxr-x---");
        assertThat(mode(used)).isEqualTo("rwxr-x---");
        assertThat(mode(shared)).isEqualTo("rwxr-xr-x");
    }

    /** As a restore that fails does: it deletes the lock that it holds, while others are about to take it. */
    @Test
    void isHeldByOneAlsoWhereTheLockIsDeleted(@TempDir Path temporary) throws Exception {
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        Callable<Void> restoring = () -> {
            while (held.get() < 500) {
                Optional<DataFolder> taken = DataFolder.tryOpen(temporary, "a test");
                if (taken.isEmpty()) continue;
                held.incrementAndGet();
                most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                Thread.yield();
                holders.decrementAndGet();
                Files.deleteIfExists(temporary.resolve("lock"));
                taken.get().close();
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> one : threads.invokeAll(Collections.nCopies(4, restoring))) one.get();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void closesItsLogs(@TempDir Path temporary) throws Exception {
        Path old = Files.createDirectory(temporary.resolve("log")).resolve("hub.log.2026-01-01.0.gz");
        Files.createFile(old, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        DataFolder.closeLog(temporary, "hub.log");
        assertThat(mode(old)).isEqualTo("rw-------");
        assertThat(mode(temporary.resolve("log/hub.log"))).isEqualTo("rw-------");
        assertThat(mode(temporary.resolve("log"))).isEqualTo("rwx------");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
