package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's shell part, with little or nothing in the search path. */
class LauncherTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private record Said(int code, String words) {}

    @Test
    void aWordThatThereIsNotIsToldBeforeAnythingIsBuilt() throws Exception {
        Said said = run("/bin/sh", HOME.resolve("commonweal").toString(), "bakcup");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.words())
                .contains("There is no «bakcup». Did you mean «backup» or «bench»?")
                .doesNotContain("building");
    }

    @Test
    void everyWordHasItsHelpEitherWay() throws Exception {
        String launcher = HOME.resolve("commonweal").toString();
        for (String word : List.of(
                "up", "demo", "sign-in", "import", "verify", "backup", "restore", "doctor", "test", "bench", "dist")) {
            Said asked = run("/bin/sh", launcher, "help", word);
            assertThat(asked.code()).as(word).isZero();
            assertThat(asked.words()).contains("./commonweal " + word);
            assertThat(run("/bin/sh", launcher, word, "--help")).isEqualTo(asked);
        }
    }

    @Test
    void doctorNamesEveryToolThatIsMissing() throws Exception {
        Path home = withoutTools();
        Said said = run("/bin/sh", home.resolve("commonweal").toString(), "doctor");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains("✗ java is missing", "✗ maven is missing", "✗ node is missing");
    }

    @Test
    void upSaysWhichToolIsMissingAndHowToGetIt() throws Exception {
        Path home = withoutTools();
        Said said = run("/bin/sh", home.resolve("commonweal").toString(), "up");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains("Missing: a JDK, version 25 or newer.", "To get it: a JDK 25 from");
    }

    @Test
    void testSaysWhatWasSkippedAndWhy() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("hub/target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-a.xml"), """
                <testsuite name="org.example.RealDataTest" tests="4" errors="0" skipped="3" failures="0">
                  <testcase name="one" classname="org.example.RealDataTest" time="0.0">
                    <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException:
                Assumption failed: skipped: the table is not beside the project
                \tat org.junit.jupiter.api.Assumptions.throwAssumptionFailed(Assumptions.java:340)
                ]]></skipped>
                  </testcase>
                  <testcase name="two" classname="org.example.RealDataTest" time="0.0">
                    <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: skipped: the table is not beside the project
                \tat org.junit.jupiter.api.Assumptions.throwAssumptionFailed(Assumptions.java:340)
                ]]></skipped>
                  </testcase>
                  <testcase name="three" classname="org.example.RealDataTest" time="0.0">
                    <skipped message="only on &quot;Linux&quot;"/>
                  </testcase>
                  <testcase name="four" classname="org.example.RealDataTest" time="0.0"/>
                </testsuite>
                """);
        assertThat(closing().words())
                .isEqualTo("""
                The whole log: LOG
                Not tried on this machine:
                  RealDataTest: 2 skipped: the table is not beside the project
                  RealDataTest: 1 skipped: only on "Linux"
                1 passed, 0 failed, 3 skipped
                """.replace("LOG", folder.resolve("log").toString()));
        Files.writeString(
                reports.resolve("TEST-a.xml"),
                "<testsuite name=\"org.example.RealDataTest\" tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\">\n"
                        + "  <testcase name=\"four\" classname=\"org.example.RealDataTest\" time=\"0.0\"/>\n</testsuite>\n");
        assertThat(closing().words()).doesNotContain("Not tried");
    }

    private Said closing() throws Exception {
        Path launcher = HOME.resolve("packaging/launcher");
        Files.writeString(folder.resolve("log.status"), "0\n");
        return run(
                "/bin/sh",
                "-ec",
                "PATH=/usr/bin:/bin home=" + folder + " launcher=" + launcher + " log=" + folder.resolve("log") + "; . "
                        + launcher + "/test.sh; close_with_count");
    }

    // The launcher as it is, but on a system whose usual folders have no JDK.
    private Path withoutTools() throws IOException {
        Path launcher = Files.createDirectories(folder.resolve("packaging/launcher"));
        Files.createDirectories(folder.resolve("engines"));
        Files.copy(HOME.resolve("commonweal"), folder.resolve("commonweal"));
        try (var files = Files.list(HOME.resolve("packaging/launcher"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replaceAll("/usr/lib/jvm/\\*|/opt/(java/)?\\*", "/nowhere");
                Files.writeString(launcher.resolve(file.getFileName()), text);
            }
        }
        Files.createSymbolicLink(Files.createDirectories(folder.resolve("bin")).resolve("sed"), sed());
        return folder;
    }

    private static Path sed() {
        return Files.exists(Path.of("/bin/sed")) ? Path.of("/bin/sed") : Path.of("/usr/bin/sed");
    }

    private Said run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", folder.resolve("bin").toString()));
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }
}
