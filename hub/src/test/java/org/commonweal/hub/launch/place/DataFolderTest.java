package org.commonweal.hub.launch.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
