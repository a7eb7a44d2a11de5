package org.commonweal.hub.campaigns.player;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium, the size of a telephone. */
final class Browsers implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser chromium = playwright
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
                            "--no-first-run")));

    /** A telephone of 360 by 740 pixels. */
    BrowserContext telephone(boolean scripts) {
        return chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale("en-GB")
                .setJavaScriptEnabled(scripts));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
