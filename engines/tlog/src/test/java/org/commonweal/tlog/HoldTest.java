package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a restore the log signs nothing until it has shown that it extends the newest checkpoint known outside. */
class HoldTest {
    @TempDir
    Path temp;

    private Path directory;
    private SignerKey key;
    private final List<SignedCheckpoint> known = new ArrayList<>();

    @BeforeEach
    void aLogOf40() throws Exception {
        directory = temp.resolve("log");
        key = SignerKey.generate("hub.example/log");
        try (Log log = Log.create(directory, key)) {
            for (int i = 0; i < 40; i++) {
                known.add(log.append(entry(i)).join().checkpoint());
            }
        }
    }

    @Test
    void aRestoredLogSignsNothing() throws Exception {
        Log.requireProof(directory);
        try (Log log = Log.open(directory, key)) {
            assertThat(log.needsProof()).isTrue();
            assertThatThrownBy(() -> log.append(entry(40)))
                    .isInstanceOf(LogHeldException.class)
                    .hasMessageContaining("signs nothing until");
            assertThat(log.checkpoint()).isEqualTo(known.getLast());
            log.prove(7).verify(entry(7), key.verifier());
        }
    }

    @Test
    void itSignsAgainOnceItIsShownToExtendWhatIsKnown() throws Exception {
        Log.requireProof(directory);
        try (Log log = Log.open(directory, key)) {
            log.confirmExtends(known.getLast(), known.get(30));
            assertThat(log.needsProof()).isFalse();
            assertThat(log.append(entry(40)).join().index()).isEqualTo(40);
        }
        try (Log log = Log.open(directory, key)) {
            assertThat(log.needsProof()).isFalse();
        }
    }

    /** The original went on behind the backup; whatever was kept from before it agrees with both. */
    @Test
    void aCheckpointThatIsShorterThanWhatWasRestoredProvesNothing() throws Exception {
        Path copy = restore(known.getLast());
        try (Log original = Log.open(directory, key)) {
            original.append(entry(40)).join();
        }
        try (Log log = Log.open(copy, key)) {
            assertThatThrownBy(() -> log.confirmExtends(known.get(38)))
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining("has 39 entries, this log 40: it is older than what was restored")
                    .hasMessageContaining("a newer copy, of 40 entries or more, or start a new origin");
            assertThat(log.needsProof()).isTrue();
            assertThatThrownBy(() -> log.append("another entry 40".getBytes())).isInstanceOf(LogHeldException.class);
        }
    }

    @Test
    void anOlderCopyIsRefused() throws Exception {
        Path copy = restore(known.get(30));
        try (Log log = Log.open(copy, key)) {
            assertThatThrownBy(() -> log.confirmExtends(known.getLast()))
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining("has 40 entries, this log only 31");
            assertThat(log.needsProof()).isTrue();
        }
    }

    @Test
    void aForkIsRefused() throws Exception {
        Log.requireProof(directory);
        Checkpoint fork = new Checkpoint("hub.example/log", 20, new Hasher().leaf("another history".getBytes()));
        try (Log log = Log.open(directory, key)) {
            assertThatThrownBy(() -> log.confirmExtends(SignedCheckpoint.sign(fork, key)))
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining("At size 20 this log contradicts the checkpoint known outside: a fork");
            assertThat(log.needsProof()).isTrue();
        }
    }

    @Test
    void aCheckpointOfSomeoneElseIsRefused() throws Exception {
        Log.requireProof(directory);
        SignerKey other = SignerKey.generate("other.example/log");
        Checkpoint empty = new Checkpoint("other.example/log", 0, new Hasher().empty());
        try (Log log = Log.open(directory, key)) {
            assertThatThrownBy(() -> log.confirmExtends(SignedCheckpoint.sign(empty, other)))
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining("is of the log ‹other.example/log›");
            assertThat(log.needsProof()).isTrue();
        }
    }

    @Test
    void publicFilesAloneAreTakenOverAndHeld() throws Exception {
        Path copy = restore(known.getLast());
        try (Log log = Log.open(copy, key)) {
            assertThat(log.needsProof()).isTrue();
            log.confirmExtends(known.getLast());
            assertThat(log.append(entry(40)).join().index()).isEqualTo(40);
            log.prove(3).verify(entry(3), key.verifier());
        }
        Log.open(copy, key).close();
    }

    @Test
    void damagedPublicFilesAreNotTakenOver() throws Exception {
        Path copy = restore(known.getLast());
        Path tile = copy.resolve("public/tile/entries/000.p/40");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[3] ^= 1;
        Files.write(tile, bytes);
        assertThatThrownBy(() -> Log.open(copy, key))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("tile/0/000.p/40 does not follow from what is below it");
    }

    @Test
    void noLogIsCreatedWhereOneWasRestored() throws Exception {
        Path other = temp.resolve("other");
        Log.requireProof(other);
        assertThatThrownBy(() -> Log.create(other, key)).isInstanceOf(IOException.class);
    }

    @Test
    void aJournalThatLostWhatWasPublishedIsRefused() throws Exception {
        Path copy = temp.resolve("older");
        copy(directory, copy);
        try (Log log = Log.open(directory, key)) {
            log.append(entry(40)).join();
        }
        Files.copy(directory.resolve("public/checkpoint"), copy.resolve("public/checkpoint-new"));
        Files.delete(copy.resolve("public/checkpoint"));
        Files.move(copy.resolve("public/checkpoint-new"), copy.resolve("public/checkpoint"));
        assertThatThrownBy(() -> Log.open(copy, key))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("has 41 entries, the journal only 40");
    }

    @Test
    void aDamagedJournalIsRefused() throws Exception {
        Path segment = directory.resolve("journal/%020d".formatted(40));
        byte[] bytes = Files.readAllBytes(segment);
        bytes[20] ^= 1;
        Files.write(segment, bytes);
        assertThatThrownBy(() -> Log.open(directory, key))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("is damaged at byte 0");
    }

    /** What a mirror has: the public files, under an earlier checkpoint. */
    private Path restore(SignedCheckpoint checkpoint) throws IOException {
        Path copy = temp.resolve("copy");
        Files.createDirectory(copy);
        copy(directory.resolve("public"), copy.resolve("public"));
        Files.write(copy.resolve("public/checkpoint"), checkpoint.toBytes());
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static byte[] entry(int i) {
        return ("entry " + i).getBytes();
    }
}
