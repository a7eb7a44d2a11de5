package org.commonweal.tlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.commonweal.tlog.merkle.Hash;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Anybody can write such a file with a key of their own: what it calls itself is not among what is shown. */
    @Test
    void withoutAKeyItSaysOnlyThatTheFileAgreesWithItself() {
        assertThat(verify(file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(filled("""
                THE FILE AGREES WITH ITSELF, no more: you gave no key. Shown:
                  + The document has the SHA-256 that its entry names:
                    DIGEST
                  + The entry is number 77 of 300, counted from 0, in a tree with the root
                    ROOT
                  + The checkpoint is signed by the key in the file,
                    KEY
                Not proven:
                  - Who made it: anybody can. It names itself finding 0193f0c2-0077, version 1,
                    in the log ‹hub.example/log›. Compare its key with the one the hub publishes
                    at /log/key, or give --key.
                  - Its title: it calls itself ‹Air "by month" 🌍›
                  - That the statement is true: the log keeps what was said, not whether it is
                    right.
                  - That it still stands: it may have been corrected or withdrawn since.
                  - Where it is published: it names no address. Its page shows this SHA-256.
                  - That everyone is shown the same log: no witness was asked.
                  - When it was said: the time is the hub's own word.
                """));
        assertThat(err.size()).isZero();
    }

    @Test
    void withTheLogsKeyItSaysWhatIsProvenAndWhatIsNot() {
        assertThat(verify(file.toString(), "--key", VectorLog.KEY.verifier().toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(filled("""
                VERIFIED. Proven:
                  + The document is unaltered: SHA-256
                    DIGEST
                  + Its title is ‹Air "by month" 🌍›
                  + It is finding 0193f0c2-0077, version 1, which the log dates
                    2026-11-21T08:01:17Z
                  + It stands in the log ‹hub.example/log› as entry 77 of 300, counted from 0
                  + The tree of these 300 entries has the root
                    ROOT
                  + Its checkpoint is signed by the key you gave,
                    KEY
                Not proven:
                  - That the statement is true: the log keeps what was said, not whether it is
                    right.
                  - That it still stands: it may have been corrected or withdrawn since.
                  - Where it is published: it names no address. Its page shows this SHA-256.
                  - That everyone is shown the same log: no witness was asked.
                  - When it was said: the time is the hub's own word.
                """));
    }

    private static String filled(String screen) {
        return screen.replace("DIGEST", Leaf.sha256(VectorLog.document(77).getBytes(StandardCharsets.UTF_8)))
                .replace("ROOT", root())
                .replace("KEY", VectorLog.KEY.verifier().toString());
    }

    /** A terminal of 24 lines and 80 columns holds it with the longest names that there can be, and the prompt. */
    @Test
    void itFitsOneScreen() throws Exception {
        String title = "Wells dry up earlier ".repeat(20);
        SignerKey key = fileOf("commons-of-the-upper-valley.example.org/log/demonstration/12", "0".repeat(128), title);
        assertThat(verify(file.toString())).isZero();
        assertThat(screenLines(out.toString(StandardCharsets.UTF_8))).isLessThan(24);
        out.reset();
        assertThat(verify(file.toString(), "--key", key.verifier().toString())).isZero();
        assertThat(screenLines(out.toString(StandardCharsets.UTF_8))).isLessThan(24);
    }

    /** The log's name says it, and the name is part of what the key signed. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost/log/k3j2h1g0/demonstration", "hub.example/log/demonstration/2"})
    void aDemonstrationIsCalledSo(String origin) throws Exception {
        SignerKey key = fileOf(origin, "0193f0c2-0001", "Taps that drip");
        assertThat(verify(file.toString(), "--key", key.verifier().toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("VERIFIED, but a DEMONSTRATION: what it says is made up. Proven:\n")
                .contains("- Anything about the world: its log calls itself a demonstration")
                .doesNotContain("That the statement is true");
        out.reset();
        assertThat(verify(file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("its log calls itself a demonstration");
    }

    @Test
    void aLogThatOnlyHasTheWordInItsNameIsNoDemonstration() throws Exception {
        SignerKey key = fileOf("demonstration.example/log", "0193f0c2-0001", "Taps that drip");
        assertThat(verify(file.toString(), "--key", key.verifier().toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("VERIFIED. Proven:\n");
    }

    private SignerKey fileOf(String origin, String id, String title) throws Exception {
        SignerKey key = SignerKey.generate(origin);
        String document = "{\"title\":\"" + title + "\"}";
        Leaf leaf = Leaf.of(
                "finding",
                id,
                1_000_000,
                document.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-21T08:00:00Z"));
        Hash root = new Hasher().leaf(leaf.bytes());
        SignedCheckpoint checkpoint = SignedCheckpoint.sign(new Checkpoint(origin, 1, root), key);
        Files.write(
                file, new ProofFile(document, leaf, new TlogProof(0, List.of(), checkpoint), key.verifier()).bytes());
        return key;
    }

    private static long screenLines(String text) {
        return text.lines().mapToLong(line -> (line.length() + 79) / 80).sum();
    }

    /** Each with a reason on one line and the status 1, never a stack trace. */
    @ParameterizedTest
    @MethodSource
    void aHostileFileGetsAReason(String reason, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThat(verify(file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("REFUSED. ")
                .contains(reason)
                .doesNotContain("Exception", "\tat ")
                .satisfies(told -> assertThat(told.length()).isLessThan(1000));
        assertThat(out.size()).isZero();
    }

    static Stream<Arguments> aHostileFileGetsAReason() throws IOException {
        String valid = new String(new VectorLog().file().bytes(), StandardCharsets.UTF_8);
        return Stream.of(
                hostile("is not a JSON object", ""),
                hostile("more than 16777216 bytes", "[".repeat(ProofFile.MAX_BYTES + 1)),
                hostile("is not a JSON object", "[".repeat(1_000_000)),
                hostile("", "{\"document\":".repeat(100_000)),
                hostile("is not a string", "{\"format\":" + "[".repeat(100_000)),
                hostile("is not a string", "{\"format\":{\"a\":1}}"),
                hostile("is not a string", "{\"format\":1e999999999}"),
                hostile("is not a string", "{\"format\":null}"),
                hostile("has the members", "{}"),
                hostile("this one lacks format", "{\"\\u001b[2J\":\"\"}"),
                hostile("this one has ‹�[2J› too", valid.replaceFirst("\\{", "{\"\\\\u001b[2J\":\"\",")),
                hostile("has the members", "{\"" + "x".repeat(40_000) + "\":\"\"}"),
                hostile("is not a JSON object", "true"),
                hostile("", "{\"format\":\"commonweal-proof@v1"),
                hostile("", valid.replace("index 77", "index 77" + "0".repeat(100_000))),
                hostile("", valid.replace("index 77", "index 99999999999999999999")),
                hostile(
                        "at most 63",
                        valid.replace(
                                "\\n\\n",
                                "\\n" + "A".repeat(43) + "=".repeat(1) + "\\n".repeat(1)
                                        + ("A".repeat(43) + "=\\n").repeat(80) + "\\n")),
                hostile("", valid.substring(0, valid.length() / 2)),
                hostile("", "\u0000".repeat(1000)),
                hostile("", "\uFEFF" + valid));
    }

    private static Arguments hostile(String reason, String text) {
        return Arguments.of(reason, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNoPlainFileIsRefused() {
        assertThat(verify(directory.toString())).isEqualTo(1);
        assertThat(verify("a\u0000b")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("it is a folder", "A file cannot be called so");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileWithoutEndIsRefused() {
        assertThat(verify("/dev/zero")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("more than 16777216 bytes");
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThat(verify(file.toString(), "--key", "hub.example/log+00+AA")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("REFUSED. Nothing was checked, for what you gave with --key is no key. ");
    }

    /** A slip of the fingers, a cut line and a fraud look the same from here. */
    @Test
    void aKeyWhosePartsDoNotFitEachOtherIsToldWithAllThatThisMayMean() {
        String key = VectorLog.KEY.verifier().toString();
        assertThat(verify(file.toString(), "--key", key.replaceFirst("\\+[0-9a-f]{8}\\+", "+0badf00d+")))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("says key ID ‹0badf00d›, its name and bytes give ")
                .contains(": it was mistyped or cut off, or somebody changed it. Take it again from whoever publishes");
    }

    @Test
    void aRefusalHasItsReason() throws IOException {
        Files.writeString(file, Files.readString(file).replace("77.5", "78.5"));
        assertThat(verify(file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("REFUSED. The document was altered: its SHA-256 is");
        assertThat(out.size()).isZero();
    }

    /** The title is bound by the digest: whoever writes another is found out before it is shown. */
    @Test
    void anotherTitleIsRefusedUnseen() throws IOException {
        Files.writeString(file, Files.readString(file).replace("by month", "of heaven"));
        String key = VectorLog.KEY.verifier().toString();
        assertThat(verify(file.toString(), "--key", key)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("REFUSED. The document was altered")
                .doesNotContain("heaven");
        assertThat(out.size()).isZero();
    }

    @Test
    void aDocumentWithoutATitleIsStillFound() throws IOException {
        Files.write(file, VectorLog.alone("{\"type\":\"tombstone\"}").bytes());
        assertThat(verify(file.toString(), "--key", VectorLog.KEY.verifier().toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Its page shows this SHA-256")
                .doesNotContain("Its title");
    }

    @Test
    void anotherKeyIsRefused() {
        String other = VectorLog.OTHER_KEY.verifier().toString();
        assertThat(verify(file.toString(), "--key", other)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("another key than yours", "It is of another log, or somebody made it up");
    }

    @Test
    void whatIsNoProofFileIsNamedInPlainWords() throws IOException {
        Path notes = Files.writeString(directory.resolve("notes.md"), "# Notes of the meeting");
        assertThat(verify(notes.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("REFUSED. " + notes + " is no whole proof file. The proof file is not JSON")
                .contains("Give the proof as it was downloaded from a finding's page", "commonweal-proof@v1")
                .doesNotContain("Unexpected", "JSON String", "code 35");
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
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: verify FILE [--key VKEY]")
                .contains("Without --key, 0 says only that the file\nagrees with itself", "give --key in a script");
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
