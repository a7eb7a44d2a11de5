package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.commonweal.hub.frame.FirstLink;
import org.commonweal.hub.launch.place.DataFolder;
import org.commonweal.hub.launch.place.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.StaticApplicationContext;

class SignInTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void awayFromATerminalTheLinkLiesInAFileThatOnlyTheOwnerReads() throws Exception {
        offer(() -> Optional.of("/enter/secret"));
        Path file = folder.resolve("sign-in-link");
        assertThat(Files.readString(file)).isEqualTo("http://localhost:8080/enter/secret\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(said.toString()).contains(file.toString()).doesNotContain("secret");
    }

    @Test
    void onceAnAdministratorExistsTheOldLinkIsTakenAway() throws Exception {
        Files.writeString(folder.resolve("sign-in-link"), "old");
        offer(Optional::empty);
        assertThat(folder.resolve("sign-in-link")).doesNotExist();
        assertThat(said.toString()).isEmpty();
    }

    private void offer(FirstLink link) throws IOException {
        StaticApplicationContext context = new StaticApplicationContext();
        context.registerBean(FirstLink.class, () -> link);
        context.refresh();
        try (DataFolder data = DataFolder.open(folder, "test")) {
            new SignIn(data, new Lines(new PrintStream(said))).offer(context, "http://localhost:8080");
        }
    }
}
