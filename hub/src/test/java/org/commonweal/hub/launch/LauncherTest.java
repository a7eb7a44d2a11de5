package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.hub.launch.place.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            up --frob             | «up» takes no option --frob.
            up --prot=9000        | «up» takes no option --prot. Did you mean --port or --public-url?
            up --commonweal.prot=9 | «up» takes no option --commonweal.prot. Did you mean --port or --public-url?
            up --sprung.mail.host=a | «up» takes no option --sprung.mail.host.
            backup a --commonweal.port=9 | «backup» takes no option --commonweal.port.
            verify a --spring.mail.host=b | «verify» takes no option --spring.mail.host.
            up --port 9000 now    | «up» takes no «now».
            test --frob           | «test» takes no option --frob.
            backup a --port 9000  | «backup» takes no option --port.
            verify a --data b     | «verify» takes no option --data.
            restore a --kyes b    | «restore» takes no option --kyes. Did you mean --keys?
            import a -v           | «import» takes no option -v.
            bench nothing         | There is no bench/measure-nothing.sh.
            dist now              | «dist» takes no «now».
            """)
    void whatAWordDoesNotTakeIsToldBeforeAnythingIsLookedForOrBuilt(String line, String told) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", HOME.resolve("commonweal").toString()));
        command.addAll(List.of(line.split(" ")));
        Said said = run(command.toArray(String[]::new));
        assertThat(said.words()).startsWith(told).doesNotContain("Missing", "building");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void anOptionOrSettingThatAWordTakesGetsAsFarAsTheTools() throws Exception {
        Path home = withoutTools();
        for (String line : List.of(
                "up --port 9000 --data=b --db c --public-url d --spring.mail.host=e",
                "up --commonweal.port=9000 --commonweal.data=b --commonweal.mail-from=c@d",
                "demo --db a",
                "restore a --keys b --db c",
                "import observations a --campaign b --map c=d",
                "import directory a --report b",
                "test --long -Dx -X",
                "verify a --key b")) {
            List<String> command = new ArrayList<>(
                    List.of("/bin/sh", home.resolve("commonweal").toString()));
            command.addAll(List.of(line.split(" ")));
            assertThat(run(command.toArray(String[]::new)).words()).as(line).startsWith("Missing: a JDK");
        }
    }

    @Test
    void theVersionIsTheOneThatTheBuildCarries() throws Exception {
        String pom = Files.readString(HOME.resolve("pom.xml"));
        Said said = run("/bin/sh", HOME.resolve("commonweal").toString(), "--version");
        assertThat(said.code()).isZero();
        assertThat(pom)
                .contains("<artifactId>commonweal</artifactId>\n  <version>"
                        + said.words().replace("Commonweal ", "").strip() + "</version>");
    }

    @Test
    void aHubThatRunsOnTheDataIsToldBeforeAnythingIsBuilt() throws Exception {
        Path home = withoutTools();
        Path data = folder.resolve("kept");
        String[] up = {"/bin/sh", home.resolve("commonweal").toString(), "up", "--data", data.toString()};
        try (DataFolder held = DataFolder.open(data, "http://localhost:9000")) {
            Said said = run(up);
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.words())
                    .isEqualTo("Commonweal already runs on this data (" + data + "): process "
                            + ProcessHandle.current().pid() + ", http://localhost:9000. Stop it first, or name another"
                            + " folder with --data DIR.\n");
        }
        // The file is still there, and names a process that runs but holds it no more.
        assertThat(run(up).words()).startsWith("Missing: a JDK");
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
