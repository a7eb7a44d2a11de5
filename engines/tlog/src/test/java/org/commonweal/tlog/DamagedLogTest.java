package org.commonweal.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commonweal.tlog.note.SignerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk or a hand altered what a log had made durable: it is not opened, and opens as it was once that is mended. */
class DamagedLogTest {
    @TempDir
    Path directory;

    private SignerKey key;

    @BeforeEach
    void aLogOf300() throws Exception {
        key = SignerKey.generate("hub.example/log");
        try (Log log = Log.create(directory, key)) {
            for (int i = 0; i < 300; i++) {
                log.append(("entry " + i).getBytes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/001.p/44", "tile/1/000.p/1"})
    void anAlteredTileIsNamedAndNothingIsHeld(String tile) throws Exception {
        Path file = directory.resolve("public").resolve(tile);
        byte[] whole = Files.readAllBytes(file);
        byte[] altered = whole.clone();
        altered[3] ^= 1;
        altered[4] ^= 1;
        Files.write(file, altered);
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> Log.open(directory, key))
                    .isInstanceOf(LogDamagedException.class)
                    .hasMessageContaining("%s do not agree: %s ".formatted(directory.resolve("public"), tile))
                    .hasMessageContaining("back from a backup or a mirror");
        }
        Files.write(file, whole);
        opensAsItWas();
    }

    @Test
    void aTileThatIsGoneIsNamed() throws Exception {
        Path file = directory.resolve("public/tile/0/001.p/44");
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        assertThatThrownBy(() -> Log.open(directory, key))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("tile/0/001.p/44 cannot be audited: there is no");
        Files.write(file, whole);
        opensAsItWas();
    }

    @Test
    void notAllThatIsWrongIsTold() throws Exception {
        for (String tile : new String[] {"tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"}) {
            Files.write(directory.resolve("public").resolve(tile), new byte[3]);
        }
        assertThatThrownBy(() -> Log.open(directory, key))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("tile/0/000 cannot be audited")
                .hasMessageContaining("; and 1 more. Put what is named there");
    }

    private void opensAsItWas() throws Exception {
        try (Log log = Log.open(directory, key)) {
            assertThat(log.needsProof()).isFalse();
            assertThat(log.append("entry 300".getBytes()).join().index()).isEqualTo(300);
        }
    }
}
