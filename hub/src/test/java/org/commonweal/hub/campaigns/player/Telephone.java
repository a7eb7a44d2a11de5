package org.commonweal.hub.campaigns.player;

import com.microsoft.playwright.BrowserContext;
import org.commonweal.hub.Browser;

/** A telephone of 360 by 740 pixels. */
final class Telephone {
    private Telephone() {}

    static BrowserContext open(boolean scripts) {
        return Browser.get()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setLocale("en-GB")
                        .setJavaScriptEnabled(scripts));
    }
}
