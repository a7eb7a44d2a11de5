package org.commonweal.hub.launch.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @Test
    void isMadeForItsOwnerAlone(@TempDir Path temporary) throws Exception {
        Path data = temporary.resolve("deep/data");
        try (DataFolder folder = DataFolder.open(data, "a test")) {
            assertThat(mode(data)).isEqualTo("rwx------");
            assertThat(mode(folder.putSecret("sign-in-link", "secret"))).isEqualTo("rw-------");
        }
    }

    @Test
    void isLeftAsItsOwnerMadeIt(@TempDir Path temporary) throws Exception {
        Path data = Files.createDirectory(temporary.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
        DataFolder.open(data, "a test").close();
        assertThat(mode(data)).isEqualTo("rwxr-x---");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
