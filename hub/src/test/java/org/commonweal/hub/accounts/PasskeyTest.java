package org.commonweal.hub.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.commonweal.hub.Browser;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A passkey set up and used in a browser, with Chromium's virtual authenticator in the place of a phone's lock. */
@HubTest
class PasskeyTest {
    @LocalServerPort
    int port;

    @Autowired
    SignInLinks links;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isSetUpOnceAndThenSignsInWithoutMail() {
        try (BrowserContext context = Browser.get().newContext()) {
            Page page = context.newPage();
            addAuthenticator(page);
            page.navigate(
                    base() + "/sign-in/" + links.makeFor("passkey@example.org").text());
            button(page, "Sign in").click();
            button(page, "Set up a passkey on this device").click();
            assertThat(page.getByText("Your passkey is set up")).isVisible();

            context.clearCookies();
            page.navigate(base() + "/account");
            assertThat(page.getByText("passkey@example.org")).isHidden();
            page.navigate(base() + "/sign-in");
            button(page, "Sign in with a passkey").click();
            page.waitForURL(base() + "/account");
            assertThat(page.getByLabel("E-mail address")).hasValue("passkey@example.org");
            UUID person = people.findByEmail("passkey@example.org").orElseThrow();
            assertThat(noted("passkey.added", person))
                    .as("once, and not at its use")
                    .isOne();

            Locator removal =
                    page.locator("details.confirm", new Page.LocatorOptions().setHasText("This device can then"));
            removal.locator("summary").click();
            removal.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("The passkey is removed")).isVisible();
            assertThat(noted("passkey.removed", person)).isOne();
        }
    }

    @Test
    void isToldWhenItDoesNotWork() {
        try (BrowserContext context = Browser.get().newContext()) {
            Page page = context.newPage();
            addAuthenticator(page);
            page.navigate(base() + "/sign-in");
            button(page, "Sign in with a passkey").click();
            assertThat(page.getByText("That did not work.")).isVisible();
        }
    }

    private long noted(String action, UUID person) {
        return jdbc.sql("select count(*) from frame.audit where action = :action and thing = :thing")
                .param("action", action)
                .param("thing", "person:" + person)
                .query(Long.class)
                .single();
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void addAuthenticator(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }
}
