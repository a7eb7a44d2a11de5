package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonweal.hub.Browser;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.merkle.Hasher;
import org.commonweal.tlog.note.Checkpoint;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.note.SignerKey;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.proof.Leaf;
import org.commonweal.tlog.proof.ProofFile;
import org.commonweal.tlog.proof.TlogProof;
import org.commonweal.tlog.proof.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The check in the browser says what the verifier on the command line says, over the vectors that both share.
 *
 * <p>The page is fetched over plain http under a name that is not this machine's, where browsers offer no cryptography.
 */
@HubTest
class VerifyPageTest {
    private static final Path VECTORS = Path.of("../engines/tlog/src/test/resources/proof-vectors");
    private static final String NOT_JSON = "malformed: The proof file is not JSON";

    static Page page;

    @LocalServerPort
    int port;

    record Vector(String file, String key, String outcome) {
        Path path() {
            return VECTORS.resolve(file);
        }
    }

    @BeforeEach
    void openPage() {
        if (page == null) page = open(true);
    }

    /** The hub itself stands in as the proxy under which every name leads to it. */
    private Page open(boolean scripts) {
        Page opened = Browser.get()
                .newContext(new NewContextOptions()
                        .setProxy("http://127.0.0.1:" + port)
                        .setJavaScriptEnabled(scripts))
                .newPage();
        opened.navigate("http://hub.test/verify?lang=en");
        return opened;
    }

    @AfterAll
    static void closePage() {
        page.context().close();
        page = null;
    }

    static Stream<Vector> vectors() throws IOException {
        return Files.readAllLines(VECTORS.resolve("vectors.csv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\|", 3))
                .map(cells -> new Vector(cells[0].strip(), cells[1].strip(), cells[2].strip()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void saysWhatTheCommandLineSays(Vector vector) throws IOException {
        String verdict = check(vector.path(), vector.key());
        assertThat(verdict).contains(vector.outcome());
        // The reason is the same to the letter, except that each JSON reader words its own findings.
        String expected = onTheCommandLine(vector);
        if (expected.startsWith(NOT_JSON)) assertThat(verdict).startsWith(NOT_JSON);
        else assertThat(verdict).isEqualTo(expected);
    }

    /** Of a file with a key of its own, whose maker may have written any name into it. */
    @Test
    void saysOfAnUnknownKeyOnlyThatTheFileAgreesWithItself() {
        check(VECTORS.resolve("valid.json"), "");
        assertThat(page.evaluate("isSecureContext")).isEqualTo(false);
        String shown = page.innerText("[data-results]");
        assertThat(shown)
                .contains("The file agrees with itself, no more")
                .contains("signed by the key in the file")
                .contains("That the statement is true")
                .doesNotContain("The file holds", "Refused", "this hub publishes");
        // The key above carries the log's name too, as any vkey line does.
        assertThat(shown.indexOf("in the log hub.example/log")).isGreaterThan(shown.indexOf("It names itself"));
        assertThat(shown.indexOf("It names itself")).isGreaterThan(shown.indexOf("Not proven"));
        assertThat(page.textContent("[data-document]")).contains("Łódź").contains("🌍");
    }

    @Test
    void saysWhatIsProvenWithAGivenKey() throws Exception {
        Path file = VECTORS.resolve("valid.json");
        check(file, keyOf(file));
        assertThat(page.innerText("[data-results]"))
                .contains("The file holds", "the key you gave", "hub.example/log as entry 77 of 300")
                .doesNotContain("agrees with itself", "It names itself", "this hub publishes");
    }

    @Test
    void saysWhenTheKeyIsTheOneOfThisHub() throws Exception {
        Path file = VECTORS.resolve("valid.json");
        String own = page.getAttribute("[data-verify]", "data-own-key");
        assertThat(new Visitor(port).get("/log/key").body().strip()).isEqualTo(own);
        page.evaluate("key => { document.querySelector('[data-verify]').dataset.ownKey = key }", keyOf(file));
        check(file, "");
        assertThat(page.innerText("[data-results]"))
                .contains("The file holds", "the key that this hub publishes", "this hub says so of itself")
                .doesNotContain("agrees with itself", "the key you gave");
        page.evaluate("key => { document.querySelector('[data-verify]').dataset.ownKey = key }", own);
    }

    /** The title as the command line tells it, of the same files; of a changed one nothing is told. */
    @Test
    void tellsTheTitleOnlyAsFarAsItIsBound() throws Exception {
        for (String line : Files.readAllLines(VECTORS.resolve("titles.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split("\\|", 2);
            check(VECTORS.resolve(cells[0].strip()), "");
            assertThat(page.getAttribute("[data-results]", "data-title"))
                    .as(line)
                    .isEqualTo(cells[1].strip());
            assertThat(page.locator("[data-result=holds] [data-trust=none][data-titled]")
                            .isVisible())
                    .as(line)
                    .isEqualTo(!cells[1].isBlank());
        }
        check(VECTORS.resolve("title-edited.json"), "");
        assertThat(page.innerText("[data-results]")).contains("Refused").doesNotContain("heaven");
    }

    @Test
    void theTitleIsProvenOnlyByAKeyFromElsewhere() throws Exception {
        Path file = VECTORS.resolve("valid.json");
        check(file, keyOf(file));
        String given = page.innerText("[data-results]");
        assertThat(given).contains("Its title is \u2068‹Air \"by month\" 🌍›\u2069", "shows this SHA-256");
        assertThat(given.indexOf("Its title is")).isLessThan(given.indexOf("Not proven"));
        check(file, "");
        String alone = page.innerText("[data-results]");
        assertThat(alone).contains("it calls itself").doesNotContain("Its title is");
        assertThat(alone.indexOf("it calls itself")).isGreaterThan(alone.indexOf("Not proven"));
    }

    @Test
    void aDemonstrationIsCalledSo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("proof.json");
        for (String origin : List.of("hub.example/log/demonstration/2", "demonstration.example/log")) {
            Files.write(file, alone(SignerKey.generate(origin)).bytes());
            check(file, keyOf(file));
            assertThat(page.isVisible("[data-demonstration]")).as(origin).isEqualTo(origin.startsWith("hub"));
        }
    }

    private static ProofFile alone(SignerKey key) throws Exception {
        String document = "{\"title\":\"Taps that drip\"}";
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        Leaf leaf = Leaf.of("finding", "0193f0c2-0001", 1, bytes, Instant.parse("2026-11-21T08:00:00Z"));
        Checkpoint checkpoint = new Checkpoint(key.verifier().name(), 1, new Hasher().leaf(leaf.bytes()));
        TlogProof proof = new TlogProof(0, List.of(), SignedCheckpoint.sign(checkpoint, key));
        return new ProofFile(document, leaf, proof, key.verifier());
    }

    private static String keyOf(Path file) throws Exception {
        return ProofFile.parse(Files.readAllBytes(file)).key().toString();
    }

    @Test
    void saysInPlainWordsThatAFileWasChanged() {
        check(VECTORS.resolve("document-edited.json"), "");
        assertThat(page.innerText("[data-results]"))
                .contains("Refused: this file doesn't prove what it says")
                .contains("The document was altered")
                .doesNotContain("The file holds");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, document-edited.json, Le document a été modifié",
        "es, document-edited.json, El documento fue alterado",
        "ar, document-edited.json, عُدِّل المستند",
        "ar, no-json.txt, ملف الإثبات ليس بصيغة JSON",
        "ar, hash-not-canonical.json, البصمة",
        "ar, size-huge.json, حجم نقطة التحقق"
    })
    void saysItInTheReadersLanguage(String language, String file, String words) {
        page.navigate("http://hub.test/verify?lang=" + language);
        check(VECTORS.resolve(file), "");
        assertThat(page.locator("[data-reason]:visible").innerText())
                .startsWith(words)
                .doesNotContain("{", " the ", "The ");
        page.navigate("http://hub.test/verify?lang=en");
    }

    /** A good file and a key that was mistyped: the file is not blamed for it. */
    @ParameterizedTest
    @CsvSource({
        "en, wrong+key, This key can’t be read",
        "en, '', This key can’t be read",
        // 31 bytes behind the type: one less than a key has.
        "en, hub.example/log+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, This key can’t be read",
        "fr, wrong+key, Cette clé est illisible",
        "es, wrong+key, Esta clave no se puede leer",
        "ar, wrong+key, لا يمكن قراءة هذا المفتاح"
    })
    void tellsOfAMistypedKeyBesideItsField(String language, String typed, String words) throws Exception {
        page.navigate("http://hub.test/verify?lang=" + language);
        Path file = VECTORS.resolve("valid.json");
        page.fill("input[name=key]", typed.isEmpty() ? mistyped(keyOf(file)) : typed);
        page.setInputFiles("input[type=file]", file);
        page.click("[data-verify] button");
        page.waitForSelector(".field.faulty #key-fault");
        assertThat(page.innerText("#key-fault")).contains(words).doesNotContain("{");
        assertThat(page.isVisible("[data-results]")).isFalse();
        assertThat(page.getAttribute("input[name=key]", "aria-invalid")).isEqualTo("true");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("key");
        check(file, keyOf(file));
        assertThat(page.isVisible("#key-fault")).isFalse();
        page.navigate("http://hub.test/verify?lang=en");
    }

    private static String mistyped(String key) {
        int at = key.length() - 7;
        return key.substring(0, at) + (key.charAt(at) == 'A' ? 'B' : 'A') + key.substring(at + 1);
    }

    @Test
    void saysOfACutFileThatItEndsInTheMiddle(@TempDir Path folder) throws Exception {
        byte[] whole = Files.readAllBytes(VECTORS.resolve("valid.json"));
        for (int bytes : new int[] {1, 40, 500, whole.length - 3}) {
            Path cut = folder.resolve("cut-" + bytes + ".json");
            Files.write(cut, Arrays.copyOf(whole, bytes));
            assertThat(check(cut, ""))
                    .as("%d bytes", bytes)
                    .isEqualTo("malformed: The proof file is not JSON: it ends in the middle");
            if (bytes == 500)
                assertThat(onTheCommandLine(new Vector(cut.toAbsolutePath().toString(), "", "")))
                        .endsWith("it ends in the middle");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, It is finding", "fr, C'est le constat", "es, Es el hallazgo", "ar, هي \u2066النتيجة"})
    void namesWhatIsProvenInTheReadersLanguage(String language, String words) throws Exception {
        page.navigate("http://hub.test/verify?lang=" + language);
        Path file = VECTORS.resolve("valid.json");
        check(file, keyOf(file));
        assertThat(page.innerText("[data-results]")).contains(words);
        page.navigate("http://hub.test/verify?lang=en");
    }

    /** A reason without words would be told by its code. */
    @Test
    void everyReasonOfTheScriptHasWords() throws IOException {
        Set<String> thrown = new TreeSet<>();
        try (Stream<Path> scripts = Files.list(Path.of("../web/src/verify"))) {
            for (Path script : scripts.toList())
                Pattern.compile("(?:malformed|refused)\\('([a-z0-9-]+)'|'(leaf-[a-z0-9]+)'|\\{ (part: '[a-z]+)'")
                        .matcher(Files.readString(script))
                        .results()
                        .map(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElseThrow()
                                .replace("part: '", "part-"))
                        .forEach(thrown::add);
        }
        assertThat(VerifyView.REASONS).containsExactlyInAnyOrderElementsOf(thrown);
    }

    @Test
    void tellsTheWayOutWithoutScripts() {
        Page plain = open(false);
        assertThat(plain.innerText("main")).contains("needs scripts").contains("Without this page");
        assertThat(plain.textContent("#command")).startsWith("./commonweal verify FILE --key ");
        assertThat(plain.isVisible("[data-verify]")).isFalse();
        plain.context().close();
    }

    private String check(Path file, String key) {
        page.fill("input[name=key]", key);
        page.setInputFiles("input[type=file]", file);
        page.click("[data-verify] button");
        page.waitForSelector("[data-results][data-verdict]");
        return page.getAttribute("[data-results]", "data-verdict");
    }

    private static String onTheCommandLine(Vector vector) throws IOException {
        try {
            ProofFile file = ProofFile.parse(Files.readAllBytes(vector.path()));
            Verification held = vector.key().isEmpty()
                    ? Verification.of(file)
                    : Verification.of(file, VerifierKey.parse(vector.key()));
            return "holds, entry %d of %d"
                    .formatted(held.index(), held.checkpoint().size());
        } catch (VerificationException refused) {
            return "refused: " + refused.getMessage();
        } catch (LogFormatException malformed) {
            return "malformed: " + malformed.getMessage();
        }
    }
}
