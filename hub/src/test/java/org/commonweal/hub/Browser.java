package org.commonweal.hub;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The system's Chromium, started once for all browser tests of a run; each test takes a context of its own. */
public final class Browser {
    // «./commonweal test» names the one it found.
    private static final List<Path> PLACES = Stream.of(
                    System.getenv("COMMONWEAL_CHROMIUM"),
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome")
            .filter(Objects::nonNull)
            .map(Path::of)
            .toList();

    // Without these it asks hosts of its maker at each start, which a closed network answers slowly.
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static com.microsoft.playwright.Browser running;

    private Browser() {}

    public static synchronized com.microsoft.playwright.Browser get() {
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(PLACES.stream()
                                    .filter(Files::isExecutable)
                                    .findFirst()
                                    .orElseThrow(() -> new IllegalStateException(
                                            "Browser tests need Chromium; none is at " + PLACES)))
                            .setArgs(QUIET));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }
}
