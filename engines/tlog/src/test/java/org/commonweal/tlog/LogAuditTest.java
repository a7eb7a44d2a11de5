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
import org.commonweal.tlog.tiles.LogFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log of 300 entries, tampered with in every way that its files allow. */
class LogAuditTest {
    @TempDir
    static Path original;

    private static SignerKey key;
    private static final List<SignedCheckpoint> earlier = new ArrayList<>();

    @TempDir
    Path directory;

    @BeforeAll
    static void fill() throws Exception {
        key = SignerKey.generate("hub.example/log");
        try (Log log = Log.create(original, key)) {
            for (int i = 0; i < 300; i++) {
                earlier.add(log.append(("entry " + i).getBytes()).join().checkpoint());
            }
        }
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> paths = Files.walk(original.resolve("public"))) {
            for (Path path : paths.toList()) {
                Files.copy(path, directory.resolve(original.relativize(path)));
            }
        }
    }

    @Test
    void anUntouchedLogIsConsistentWithAllItEverSigned() throws Exception {
        AuditReport report = audit(earlier);
        assertThat(report.problems()).isEmpty();
        assertThat(report.isConsistent()).isTrue();
        assertThat(report.checkpoint().checkpoint().size()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tile/0/000            | 8191 | tile/0/000 does not follow from what is below it, first at hash 255
            tile/0/001.p/44       |    0 | tile/0/001.p/44 does not follow from what is below it, first at hash 0
            tile/1/000.p/1        |    5 | tile/1/000.p/1 does not follow from what is below it, first at hash 0
            tile/entries/000      |    4 | tile/0/000 does not follow from what is below it, first at hash 0
            tile/entries/000      |    0 | tile/0/000 cannot be audited: tile/entries/000 is cut off in entry 0 of 256
            tile/entries/001.p/44 |    9 | tile/0/001.p/44 does not follow from what is below it, first at hash 0
            """)
    void aFlippedByteIsFound(String file, int at, String problem) throws Exception {
        Path path = directory.resolve("public").resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[at] ^= 0x40;
        Files.write(path, bytes);
        assertThat(audit(List.of()).problems()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tile/0/000            | tile/0/000 cannot be audited: there is no
            tile/1/000.p/1        | tile/1/000.p/1 cannot be audited: there is no
            tile/entries/001.p/44 | tile/0/001.p/44 cannot be audited: there is no
            """)
    void aMissingFileIsFound(String file, String problem) throws Exception {
        Files.delete(directory.resolve("public").resolve(file));
        assertThat(audit(List.of()).problems())
                .anySatisfy(line -> assertThat(line).startsWith(problem));
    }

    @Test
    void aSubstitutedEntryIsFoundThoughItsHashWasSubstitutedToo() throws Exception {
        Path bundle = directory.resolve("public/tile/entries/000");
        byte[] entries = Files.readAllBytes(bundle);
        entries[2] = 'E';
        Files.write(bundle, entries);
        Path tile = directory.resolve("public/tile/0/000");
        byte[] hashes = Files.readAllBytes(tile);
        System.arraycopy(new Hasher().leaf("Entry 0".getBytes()).toBytes(), 0, hashes, 0, 32);
        Files.write(tile, hashes);
        assertThat(audit(earlier).problems())
                .contains("tile/1/000.p/1 does not follow from what is below it, first at hash 0")
                .contains("The tiles do not lead to the root of the earlier checkpoint of size 1");
    }

    @Test
    void anEditedSizeIsRefused() throws Exception {
        Path checkpoint = directory.resolve("public/checkpoint");
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("\n300\n", "\n299\n"));
        assertThatThrownBy(() -> audit(List.of()))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("does not fit the text");
    }

    @Test
    void aForkedLogIsFound() throws Exception {
        Checkpoint other = new Checkpoint("hub.example/log", 200, new Hasher().leaf("another history".getBytes()));
        assertThat(audit(List.of(SignedCheckpoint.sign(other, key))).problems())
                .containsExactly("The tiles do not lead to the root of the earlier checkpoint of size 200");
    }

    @Test
    void aLogThatWasCutShortIsFound() throws Exception {
        Files.write(directory.resolve("public/checkpoint"), earlier.get(255).toBytes());
        assertThat(audit(earlier.subList(298, 300)).problems())
                .containsExactly(
                        "The log has 256 entries, fewer than the earlier checkpoint of size 299",
                        "The log has 256 entries, fewer than the earlier checkpoint of size 300");
    }

    @Test
    void aCheckpointThatTheKeyDidNotSignProvesNothing() throws Exception {
        SignedCheckpoint foreign =
                SignedCheckpoint.sign(earlier.getFirst().checkpoint(), SignerKey.generate("hub.example/log"));
        assertThat(audit(List.of(foreign)).problems()).singleElement().satisfies(problem -> assertThat(problem)
                .contains("size 1: No signature by the key"));
    }

    private AuditReport audit(List<SignedCheckpoint> known) throws IOException, VerificationException {
        return new LogAudit(LogFiles.in(directory.resolve("public")), key.verifier()).run(known);
    }
}
