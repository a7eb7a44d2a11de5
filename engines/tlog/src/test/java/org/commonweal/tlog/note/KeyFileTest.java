package org.commonweal.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.commonweal.tlog.format.LogFormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path directory;

    private Path file;
    private SignerKey key;

    @BeforeEach
    void create() throws Exception {
        file = directory.resolve("log.key");
        key = SignerKey.generate("hub.example/log");
        KeyFile.create(file, key);
    }

    @Test
    void onlyItsOwnerMayRead() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.read(file).verifier()).isEqualTo(key.verifier());
    }

    @Test
    void aKeyIsNeverOverwritten() {
        assertThatThrownBy(() -> KeyFile.create(file, SignerKey.generate("hub.example/log")))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    /** An interrupted thread writes nothing into a file that it has opened, as one that is killed in between. */
    @Test
    void isWholeOrNotThere() throws Exception {
        Path next = directory.resolve("next.key");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> KeyFile.create(next, key)).isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(directory.toFile().list()).containsExactly("log.key");
        KeyFile.create(next, key);
        assertThat(KeyFile.read(next).verifier()).isEqualTo(key.verifier());
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("log.key", "next.key");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void somethingElseIsRefused() throws Exception {
        Files.writeString(file, "a note to self\n");
        assertThatThrownBy(() -> KeyFile.read(file)).isInstanceOf(LogFormatException.class);
    }
}
