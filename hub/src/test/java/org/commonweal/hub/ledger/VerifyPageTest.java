package org.commonweal.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonweal.hub.HubTest;
import org.commonweal.tlog.format.LogFormatException;
import org.commonweal.tlog.format.VerificationException;
import org.commonweal.tlog.note.VerifierKey;
import org.commonweal.tlog.proof.ProofFile;
import org.commonweal.tlog.proof.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    static Playwright playwright;
    static Browser browser;
    static Page page;

    @LocalServerPort
    int port;

    record Vector(String file, String key, String outcome) {
        Path path() {
            return VECTORS.resolve(file);
        }
    }

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--host-resolver-rules=MAP hub.test 127.0.0.1")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void openPage() {
        if (page != null) return;
        page = browser.newPage();
        page.navigate("http://hub.test:" + port + "/verify?lang=en");
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

    @Test
    void showsWhatIsProvenAndWhatIsNot() {
        check(VECTORS.resolve("valid.json"), "");
        assertThat(page.evaluate("isSecureContext")).isEqualTo(false);
        String shown = page.innerText("[data-results]");
        assertThat(shown)
                .contains("The file holds")
                .contains("hub.example/log as entry 77 of 300")
                .contains("Whose key this is")
                .contains("That the statement is true")
                .doesNotContain("the key you gave")
                .doesNotContain("Refused");
        assertThat(page.textContent("[data-document]")).contains("Łódź").contains("🌍");
    }

    @Test
    void saysInPlainWordsThatAFileWasChanged() {
        check(VECTORS.resolve("document-edited.json"), "");
        assertThat(page.innerText("[data-results]"))
                .contains("Refused: this file doesn't prove what it says")
                .contains("The document was altered")
                .doesNotContain("The file holds");
    }

    @Test
    void tellsTheWayOutWithoutScripts() {
        Page plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        plain.navigate("http://hub.test:" + port + "/verify?lang=en");
        assertThat(plain.innerText("main")).contains("needs scripts").contains("Without this page");
        assertThat(plain.inputValue("#command")).startsWith("./commonweal verify FILE --key ");
        assertThat(plain.isVisible("[data-verify]")).isFalse();
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
