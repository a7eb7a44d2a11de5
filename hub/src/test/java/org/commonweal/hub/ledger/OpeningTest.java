package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonweal.tlog.Log;
import org.commonweal.tlog.LogDamagedException;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.tiles.LogFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log is held for another history only: not for a file that can't be read, nor for one that nobody needs. */
class OpeningTest {
    @TempDir
    Path folder;

    Log log;
    String seen;

    @BeforeEach
    void growBeyondWhatWasSeen() throws Exception {
        log = Log.create(folder, SignerKey.generate("hub.example/log"));
        for (int i = 0; i < 7; i++) {
            log.append(("entry " + i).getBytes()).get();
            if (i == 4) seen = log.checkpoint().toString();
        }
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void aReadErrorThatPassesIsNoOtherHistory() throws Exception {
        LogFiles real = LogFiles.in(log.publicFiles());
        AtomicBoolean failed = new AtomicBoolean();
        LogFiles failingOnce = path -> {
            if (failed.compareAndSet(false, true)) throw new IOException("Too many open files");
            return real.read(path);
        };
        assertThatThrownBy(() -> Opening.extendsSeen(seen, log, failingOnce)).hasMessage("Too many open files");
        assertThat(Opening.extendsSeen(seen, log, failingOnce)).isTrue();
    }

    @Test
    void aMirrorLacksTheTilesOfSizesBeforeItsOwn() throws Exception {
        Files.deleteIfExists(log.publicFiles().resolve("tile/0/000.p/5"));
        assertThat(log.publicFiles().resolve("tile/0/000.p/7")).exists();
        assertThat(Opening.extendsSeen(seen, log, LogFiles.in(log.publicFiles())))
                .isTrue();
    }

    @Test
    void aMissingFileIsTold() throws Exception {
        Files.delete(log.publicFiles().resolve("tile/0/000.p/7"));
        assertThatThrownBy(() -> Opening.extendsSeen(seen, log, LogFiles.in(log.publicFiles())))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("there is no")
                .hasMessageContaining("tile/0/000.p/7");
    }
}
