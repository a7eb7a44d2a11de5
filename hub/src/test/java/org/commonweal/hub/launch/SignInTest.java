package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    @Test
    void onATerminalTheLinkIsSaidAndLiesInNoFile() throws Exception {
        assertThat(onATerminal("\"$JAVA\" \"$OFFERING\" \"$FOLDER\"")).contains("http://localhost:8080/enter/secret");
        assertThat(folder.resolve("sign-in-link")).doesNotExist();
    }

    /** Somebody sits there, but what is said goes into a log. */
    @Test
    void onATerminalThatIsPassedOnTheLinkLiesInTheFile() throws Exception {
        assertThat(onATerminal("\"$JAVA\" \"$OFFERING\" \"$FOLDER\" | cat"))
                .contains(folder.resolve("sign-in-link").toString())
                .doesNotContain("secret");
        assertThat(folder.resolve("sign-in-link")).content().contains("/enter/secret");
    }

    private void offer(FirstLink link) throws IOException {
        offer(folder, new PrintStream(said), link);
    }

    private static void offer(Path folder, PrintStream out, FirstLink link) throws IOException {
        StaticApplicationContext context = new StaticApplicationContext();
        context.registerBean(FirstLink.class, () -> link);
        context.refresh();
        try (DataFolder data = DataFolder.open(folder, "test")) {
            new SignIn(data.path(), new Lines(out)).offer(context, "http://localhost:8080");
        }
    }

    /** The same as a process of its own, which has the terminal that it was started on. */
    static final class Offering {
        public static void main(String[] folder) throws IOException {
            offer(Path.of(folder[0]), System.out, () -> Optional.of("/enter/secret"));
        }
    }

    /** What a command says on a pseudo terminal, as «script» of util-linux makes one. */
    private String onATerminal(String command) throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(
                Files.isExecutable(script)
                        && run(script.toString(), "--version").contains("util-linux"),
                "skipped: no /usr/bin/script of util-linux to make a terminal");
        return run(script.toString(), "-qec", command, "/dev/null");
    }

    private String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin/java").toString());
        builder.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        builder.environment().put("OFFERING", Offering.class.getName());
        builder.environment().put("FOLDER", folder.toString());
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words).isZero();
        return words;
    }
}
