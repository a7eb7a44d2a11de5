package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.commonweal.tlog.note.SignerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitterTest {
    private static final byte[] ENTRY = "entry".getBytes();

    private final MemoryDisk disk = new MemoryDisk();
    private Committer committer;

    @BeforeEach
    void open() throws Exception {
        SignerKey key = SignerKey.generate("hub.example/log");
        LogDirectory directory = new LogDirectory(Path.of("/log"), disk);
        committer = new Committer(new Writer(new Recovery(directory, Runnable::run).create(key), key, 1 << 20));
    }

    @Test
    void whatWaitsIsCommittedTogether() throws IOException {
        List<CompletableFuture<Appended>> waiting = committer.submit(Collections.nCopies(600, ENTRY));
        committer.start();
        assertThat(waiting.getFirst().join().checkpoint().checkpoint().size()).isEqualTo(600);
        assertThat(waiting.getLast().join().index()).isEqualTo(599);
        assertThat(disk.published).hasSize(2);
        committer.close();
    }

    @Test
    void aBatchHasItsLimit() throws IOException {
        List<CompletableFuture<Appended>> waiting = committer.submit(Collections.nCopies(5000, ENTRY));
        committer.start();
        assertThat(waiting.getFirst().join().checkpoint().checkpoint().size()).isEqualTo(4096);
        assertThat(waiting.getLast().join().checkpoint().checkpoint().size()).isEqualTo(5000);
        committer.close();
    }

    @Test
    void closingCommitsWhatWaits() throws IOException {
        List<CompletableFuture<Appended>> waiting = committer.submit(List.of(ENTRY));
        committer.start();
        committer.close();
        assertThat(waiting.getFirst()).isCompletedWithValueMatching(appended -> appended.index() == 0);
    }

    @Test
    void afterAFailedWriteNothingMoreIsTaken() throws IOException {
        disk.cutAfter(1);
        List<CompletableFuture<Appended>> waiting = committer.submit(List.of(ENTRY, ENTRY));
        committer.start();
        for (CompletableFuture<Appended> done : waiting) {
            assertThatThrownBy(done::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(LogStoppedException.class)
                    .hasMessageContaining("Make room or mend the disk, then open it again");
        }
        assertThatThrownBy(committer.submit(List.of(ENTRY)).getFirst()::join)
                .hasCauseInstanceOf(LogStoppedException.class);
        committer.close();
    }
}
