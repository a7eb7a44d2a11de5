package org.commonweal.hub.campaigns.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** A line that is lost, silent, or answers with somebody else's words: nothing typed, pressed or sent is lost by it. */
class BadLinesTest extends ScriptedPages {
    @Test
    void losesNothingWhenTheLineIsGone() {
        page.getByLabel("Name of the well").fill("Bir");
        assertThat(page.locator(".autosave")).hasText(KEPT);
        telephone.setOffline(true);
        page.getByLabel("Name of the well").fill("Bir al-Nour");
        page.getByLabel("How deep is it, in metres?").fill("12");
        assertThat(page.locator(".autosave")).containsText("There is no connection");
        press("Next");
        assertThat(page.locator(".autosave")).containsText("There is no connection");
        assertThat(page.getByLabel("How deep is it, in metres?")).hasValue("12");
        telephone.setOffline(false);
        assertThat(page.locator(".autosave")).hasText(KEPT);
        Page later = telephone.newPage();
        later.navigate(address());
        assertThat(later.getByLabel("Name of the well")).hasValue("Bir al-Nour");
        assertThat(later.getByLabel("How deep is it, in metres?")).hasValue("12");
    }

    @Test
    void sendsByItselfWhatWasPressedWithoutALine() {
        toTheEnd();
        telephone.setOffline(true);
        press("Send my answers");
        expectToWait();
        expectNothingSerious();
        telephone.setOffline(false);
        expectThanks();
    }

    @Test
    void sendsWhatWasPressedBeforeThePageWasShut() {
        toTheEnd();
        telephone.setOffline(true);
        page.getByLabel("How many people?").fill("4");
        press("Send my answers");
        expectToWait();
        page.close();
        telephone.setOffline(false);
        page = telephone.newPage();
        page.navigate(address());
        expectThanks();
        assertThat(one("select answers::text from campaigns.submission where campaign_id = :campaign"))
                .contains("\"people\": \"4\"");
    }

    @Test
    void tellsWhatArrivedJustAsThePageWasShut() {
        toTheEnd();
        cut(route -> {
            route.fetch();
            route.abort();
        });
        press("Send my answers");
        assertThat(page.locator(".autosave")).containsText("Your answers are not sent yet");
        page.close();
        page = telephone.newPage();
        page.navigate(address());
        expectThanks();
        page.navigate(address());
        assertThat(page.getByText("Answers were sent from this device")).isVisible();
    }

    /** The telephone thinks that it has a line. */
    @Test
    void showsNoPageOfTheBrowserWhenTheLineBreaks() {
        toTheEnd();
        cut(Route::abort);
        press("Send my answers");
        expectToWait();
        press("Go on editing");
        assertThat(page.locator(".answer-line .actions")).isHidden();
        page.getByLabel("How many people?").fill("5");
        mend();
        assertThat(page.locator(".autosave")).hasText(KEPT);
        assertThat(stored()).isEqualTo("0");
        press("Send my answers");
        expectThanks();
    }

    @Test
    void waitsNotForEverForALineThatIsSilent() {
        page.clock().install();
        toTheEnd();
        cut(route -> {});
        page.waitForRequest(request -> request.method().equals("POST"), () -> press("Send my answers"));
        page.clock().fastForward(25_000);
        expectToWait();
        mend();
        press("Send now");
        expectThanks();
    }

    /** A proxy whose hub is away, and a network that wants a password, answer too. */
    @Test
    void takesNobodyElsesAnswerForTheHubs() {
        page.getByLabel("Name of the well").fill("Bir");
        assertThat(page.locator(".autosave")).hasText(KEPT);
        cut(route -> route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("away")));
        press("Next");
        assertThat(page.locator(".autosave")).containsText("What you typed waits");
        press("Go on editing");
        mend();
        cut(route -> route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("Buy an hour")));
        page.getByLabel("Name of the well").fill("Bir al-Nour");
        assertThat(page.locator(".autosave")).containsText("What you type is kept on this device");
        mend();
        assertThat(page.locator(".autosave")).hasText(KEPT);
        page.reload();
        assertThat(page.getByLabel("Name of the well")).hasValue("Bir al-Nour");
    }

    @Test
    void findsAgainWhatWasTypedBeforeThePageWasShut() {
        telephone.setOffline(true);
        page.getByLabel("Name of the well").fill("Bir al-Nour");
        assertThat(page.locator(".autosave")).containsText("There is no connection");
        page.close();
        telephone.setOffline(false);
        Page later = telephone.newPage();
        later.navigate(address());
        assertThat(later.getByLabel("Name of the well")).hasValue("Bir al-Nour");
        assertThat(later.locator(".autosave")).hasText(KEPT);
    }
}
