package org.commonweal.hub;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Somebody in front of a screen, who finds links, buttons and fields by the words on them and does nothing that these
 * do not offer. What the page asks of other hosts, and what it makes the browser complain about, is kept.
 *
 * <p>Example: {@code Person owner = Person.atADesk(); owner.open(link); owner.press("Sign in")}.
 */
public final class Person implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Person(NewContextOptions screen) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        context = Browser.get().newContext(screen);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().matches("(http://localhost:\\d+/|data:|blob:).*")) complaints.add(request.url());
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
    }

    public static Person atADesk() {
        return new Person(new NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB"));
    }

    /** @param language such as {@code ar} */
    public static Person withAPhone(String language) {
        return new Person(new NewContextOptions()
                .setViewportSize(360, 740)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale(language));
    }

    /** Lets pages know where this person stands. */
    public Person standingAt(double latitude, double longitude) {
        context.grantPermissions(List.of("geolocation"));
        context.setGeolocation(new Geolocation(latitude, longitude).setAccuracy(8));
        return this;
    }

    public Page page() {
        return page;
    }

    /** Opens an address that somebody passed on. */
    public void open(String address) {
        page.navigate(address);
    }

    public void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** A link whose words hold a number or a name that is not known beforehand. */
    public void follow(Pattern link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    public void press(String button) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    public void unfold(String title) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(title))
                .click();
    }

    public void write(String field, String text) {
        labelled(field).fill(text);
    }

    public void choose(String field, String option) {
        labelled(field).selectOption(new SelectOption().setLabel(option));
    }

    public void tick(String box) {
        page.getByLabel(box).check();
    }

    public void attach(String field, FilePayload file) {
        labelled(field).setInputFiles(file);
    }

    public void attach(String field, Path file) {
        labelled(field).setInputFiles(file);
    }

    /** What stands there to be copied. */
    public String readField(String field) {
        return labelled(field).textContent();
    }

    /** Saves what a link offers to download. */
    public Path download(String link, Path target) {
        page.waitForDownload(() -> follow(link)).saveAs(target);
        return target;
    }

    /** Waits until all of these can be read on the page. */
    public void sees(String... words) {
        for (String one : words)
            assertThat(page.getByRole(AriaRole.MAIN).getByText(one).first()).isVisible();
    }

    /** Loads the page again until these words are on it. */
    public void waitsFor(String words) {
        org.awaitility.Awaitility.await().until(() -> {
            page.reload();
            return page.getByRole(AriaRole.MAIN).getByText(words).first().isVisible();
        });
    }

    /** The page has no serious fault for people who use it otherwise, fits the screen and asks nobody else. */
    public void looksAround() {
        assertThat(Axe.seriousIn(page)).as("axe-core on " + page.url()).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels that " + page.url() + " scrolls sideways")
                .isLessThanOrEqualTo(0);
        assertThat(complaints).as("on the way to " + page.url()).isEmpty();
    }

    // The whole label, with «(optional)» behind it or without. The browser's patterns know no quoting.
    private Locator labelled(String field) {
        String quoted = field.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
        return page.getByLabel(Pattern.compile("^\\s*" + quoted + "(\\s+\\(optional\\))?\\s*$"));
    }

    @Override
    public void close() {
        context.close();
    }
}
