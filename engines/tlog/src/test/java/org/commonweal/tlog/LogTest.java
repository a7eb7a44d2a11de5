package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.TreeProofs;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.tiles.LogFiles;
import org.commonweal.tlog.tiles.TileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    @TempDir
    Path directory;

    private SignerKey key;

    @BeforeEach
    void newKey() throws Exception {
        key = SignerKey.generate("hub.example/log");
    }

    @Test
    void whatWasAppendedIsProvenAndReadBack() throws Exception {
        try (Log log = Log.create(directory, key)) {
            List<CompletableFuture<Appended>> appended = append(log, 0, 600);
            for (int i = 0; i < 600; i++) {
                assertThat(appended.get(i).join().index()).isEqualTo(i);
                log.prove(i).verify(entry(i), key.verifier());
            }
            assertThat(log.size()).isEqualTo(600);
            assertThat(log.getEntry(257)).isEqualTo(entry(257));
            assertThat(log.listEntries(250, 520)).hasSize(270).last().isEqualTo(entry(519));
            assertThatThrownBy(() -> log.getEntry(600)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> log.prove(600)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anAcknowledgedEntryIsCoveredByAPublishedCheckpoint() throws Exception {
        try (Log log = Log.create(directory, key)) {
            Appended first = log.append(entry(0)).join();
            byte[] published = Files.readAllBytes(log.publicFiles().resolve("checkpoint"));
            assertThat(SignedCheckpoint.parse(published)).isEqualTo(first.checkpoint());
            first.checkpoint().verify(key.verifier());
        }
    }

    @Test
    void manyThreadsGetAnIndexEach() throws Exception {
        Set<Long> indexes = ConcurrentHashMap.newKeySet();
        try (Log log = Log.create(directory, key)) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 16; t++) {
                int from = 100 * t;
                threads.add(Thread.startVirtualThread(() -> {
                    for (int i = from; i < from + 100; i++) {
                        indexes.add(log.append(entry(i)).join().index());
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(indexes).hasSize(1600);
            assertThat(log.listEntries(0, 1600).stream().map(String::new)).doesNotHaveDuplicates();
        }
        assertThat(audit().problems()).isEmpty();
    }

    @Test
    void reopenedItGoesOnWhereItWas() throws Exception {
        List<SignedCheckpoint> seen = new ArrayList<>();
        for (int session = 0; session < 5; session++) {
            try (Log log = session == 0 ? Log.create(directory, key) : Log.open(directory, key)) {
                assertThat(log.size()).isEqualTo(150L * session);
                append(log, 150 * session, 150)
                        .forEach(done -> seen.add(done.join().checkpoint()));
                log.proveConsistency(0, log.size());
            }
        }
        assertThat(new LogAudit(publicFiles(), key.verifier()).run(seen).problems())
                .isEmpty();
    }

    @Test
    void entriesGivenTogetherStandSideBySide() throws Exception {
        try (Log log = Log.create(directory, key)) {
            List<Long> indexes = log.appendAll(List.of(entry(0), entry(1), entry(2))).stream()
                    .map(done -> done.join().index())
                    .toList();
            assertThat(indexes).isEqualTo(List.of(0L, 1L, 2L));
            assertThatThrownBy(() -> log.appendAll(List.of(entry(3), new byte[65_536])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("An entry has at most 65535 bytes, was 65536");
            assertThat(log.append(new byte[65_535]).join().index()).isEqualTo(3);
        }
    }

    @Test
    void aSecondWriterIsRefused() throws Exception {
        try (Log log = Log.create(directory, key)) {
            assertThatThrownBy(() -> Log.open(directory, key))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another process writes the log in " + directory);
            log.append(entry(0)).join();
        }
        Log.open(directory, key).close();
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        Log.create(directory, key).close();
        assertThatThrownBy(() -> Log.open(directory, SignerKey.generate("hub.example/log")))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("No signature by the key hub.example/log");
        Log.open(directory, key).close();
    }

    @Test
    void aLogIsNotCreatedOverAnother() throws Exception {
        assertThat(Log.exists(directory)).isFalse();
        Log.create(directory, key).close();
        assertThat(Log.exists(directory)).isTrue();
        assertThatThrownBy(() -> Log.create(directory, key)).hasMessageContaining("There is a log in");
    }

    @Test
    void whereThereIsNoneNoneIsOpened() {
        assertThatThrownBy(() -> Log.open(directory, key)).hasMessageContaining("No log in " + directory);
    }

    @Test
    void afterClosingNothingIsTaken() throws Exception {
        Log log = Log.create(directory, key);
        log.close();
        log.close();
        assertThatThrownBy(() -> log.append(entry(0))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void partialTilesOfAFullTileAreDropped() throws Exception {
        try (Log log = Log.create(directory, key)) {
            SignedCheckpoint of200 = null;
            for (int i = 0; i < 300; i++) {
                Appended appended = log.append(entry(i)).join();
                of200 = i == 199 ? appended.checkpoint() : of200;
            }
            // Whoever still holds an earlier checkpoint reads the full tiles in their place.
            TileReader reader = new TileReader(publicFiles(), 200);
            assertThat(new TreeProofs(reader).root(200))
                    .isEqualTo(of200.checkpoint().root());
            assertThat(reader.bundle(199)).hasSize(200);
        }
        assertThat(files("tile/0")).contains("tile/0/000", "tile/0/001.p/44").doesNotContain("tile/0/000.p/255");
        assertThat(files("tile/entries")).contains("tile/entries/000").doesNotContain("tile/entries/000.p/1");
        assertThat(audit().problems()).isEmpty();
    }

    @Test
    void aProofFromAlteredTilesIsRefused() throws Exception {
        try (Log log = Log.create(directory, key)) {
            append(log, 0, 256).getLast().join();
            Path tile = log.publicFiles().resolve("tile/0/000");
            byte[] hashes = Files.readAllBytes(tile);
            hashes[100] ^= 1;
            Files.write(tile, hashes);
            assertThatThrownBy(() -> log.prove(7).verify(entry(7), key.verifier()))
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining("leads to another root than the checkpoint's");
        }
    }

    private List<String> files(String under) throws IOException {
        Path root = directory.resolve("public");
        try (Stream<Path> files = Files.walk(root.resolve(under))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private AuditReport audit() throws Exception {
        return new LogAudit(publicFiles(), key.verifier()).run(List.of());
    }

    private LogFiles publicFiles() {
        return LogFiles.in(directory.resolve("public"));
    }

    private static List<CompletableFuture<Appended>> append(Log log, int from, int count) {
        List<CompletableFuture<Appended>> appended = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            appended.add(log.append(entry(i)));
        }
        return appended;
    }

    private static byte[] entry(int i) {
        return ("entry " + i).getBytes();
    }
}
