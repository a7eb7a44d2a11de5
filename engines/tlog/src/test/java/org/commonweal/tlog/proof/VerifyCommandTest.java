package org.commonweal.tlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("finding.json");
        Files.write(file, new VectorLog().file().bytes());
    }

    @Test
    void itSaysWhatIsProvenAndWhatIsNot() {
        assertThat(verify(file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                VERIFIED. Proven:
                  + The document is unaltered: SHA-256 DIGEST
                  + It is finding 0193f0c2-0077, version 1, which the log dates 2026-11-21T08:01:17Z
                  + It stands in the log ‹hub.example/log› as entry 77 of 300, counted from 0
                  + The tree of these 300 entries has the root ROOT
                  + Its checkpoint is signed by KEY
                Not proven:
                  - Whose key this is: it comes from the file itself. Get the log's key from its publisher, then verify with --key.
                  - That the statement is true: the log keeps what was said, not whether it is right.
                  - That everyone is shown the same log: no witness was asked.
                  - When it was said: the time is the hub's own word.
                """.replace(
                        "DIGEST", Leaf.sha256(VectorLog.document(77).getBytes(StandardCharsets.UTF_8)))
                .replace("ROOT", root())
                .replace("KEY", VectorLog.KEY.verifier().toString()));
        assertThat(err.size()).isZero();
    }

    @Test
    void aGivenKeyLeavesOneDoubtLess() {
        assertThat(verify(file.toString(), "--key", VectorLog.KEY.verifier().toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("the key you gave")
                .contains("Not proven:")
                .doesNotContain("Whose key this is");
    }

    @Test
    void aRefusalHasItsReason() throws IOException {
        Files.writeString(file, Files.readString(file).replace("77.5", "78.5"));
        assertThat(verify(file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("REFUSED. The document was altered: its SHA-256 is");
        assertThat(out.size()).isZero();
    }

    @Test
    void anotherKeyIsRefused() {
        String other = VectorLog.OTHER_KEY.verifier().toString();
        assertThat(verify(file.toString(), "--key", other)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("another key than yours");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(verify(directory.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("REFUSED. There is no file ");
    }

    @Test
    void whatIsNotUnderstoodGetsTheUsage() {
        assertThat(verify()).isEqualTo(2);
        assertThat(verify("--key")).isEqualTo(2);
        assertThat(verify(file.toString(), "--key")).isEqualTo(2);
        assertThat(verify(file.toString(), "--kee", "x")).isEqualTo(2);
        assertThat(verify(file.toString(), "x")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: verify FILE [--key VKEY]");
    }

    private int verify(String... args) {
        return new VerifyCommand().run(List.of(args), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String root() {
        try {
            return new VectorLog()
                    .file()
                    .proof()
                    .checkpoint()
                    .checkpoint()
                    .root()
                    .toBase64();
        } catch (IOException neverFromMemory) {
            throw new IllegalStateException(neverFromMemory);
        }
    }
}
