package org.commonweal.hub;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What axe-core calls serious or critical on a page.
 *
 * <p>axe's own builder for this browser driver hands over everything it looked at, most of it in order: two seconds a
 * page. Here the page itself picks out what is wrong.
 */
public final class Axe {
    private static final String SCRIPT = script();
    private static final String SERIOUS = """
            () => axe.run(document, { resultTypes: ['violations'], iframes: false }).then(found => found.violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => rule.id + ' ' + rule.nodes[0].html))""";

    private Axe() {}

    /** The rule and the first place of each, as in «color-contrast &lt;p class=…»; empty if there is none. */
    @SuppressWarnings("unchecked")
    public static List<String> seriousIn(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(SERIOUS);
    }

    private static String script() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
