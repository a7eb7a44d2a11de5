package org.commonweal.hub.campaigns.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.frame.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What scripts add on a telephone: one's place, faults summed up, drafts by themselves, and each one's own. */
class ScriptedPagesTest extends ScriptedPages {
    @Autowired
    Invitations invitations;

    @Test
    void fillsAFormWithAPhotoAndAPlace() {
        page.getByLabel("Name of the well").fill("Bir al-Nour");
        page.getByLabel("How deep is it, in metres?").fill("12");
        assertThat(page.getByText("That is 39 feet")).isVisible();
        page.getByLabel("No", exactly()).check();
        page.getByLabel("Why not?").fill("Salty");
        expectNothingSerious();
        press("Next");

        press("Use my location");
        assertThat(page.getByLabel("Latitude")).hasValue("44.82");
        press("Next");

        page.getByLabel("A photo of it").setInputFiles(new FilePayload("IMG.jpg", "image/jpeg", Photos.large()));
        assertThat(page.getByText(Pattern.compile("photo-\\w{8}\\.jpg, .* kB, is here")))
                .isVisible();
        expectNothingSerious();
        press("Next");
        press("Send my answers");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")))
                .isVisible();
        expectNothingSerious();
        assertThat(one("select f.size_bytes from campaigns.attachment a"
                        + " join campaigns.submission s on s.id = a.submission_id join frame.file f on f.id = a.file_id"
                        + " where s.campaign_id = :campaign"))
                .asString()
                .satisfies(size -> assertThat(Long.parseLong(size)).isLessThan(Photos.large().length));
        assertThat(one("select latitude || ' ' || longitude from campaigns.submission where campaign_id = :campaign"))
                .isEqualTo("44.82 20.46");
    }

    /** What the first one typed and pressed must not go out in the second one's name. */
    @Test
    void keepsApartWhoSharesATelephone() {
        signIn();
        agree();
        telephone.setOffline(true);
        page.getByLabel("Name of the well").fill("Well of the first");
        press("Next");
        assertThat(page.locator(".autosave")).containsText("What you typed waits");
        page.close();
        telephone.clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
        telephone.setOffline(false);
        page = telephone.newPage();
        signIn();
        agree();
        assertThat(page.getByLabel("Name of the well")).hasValue("");
        assertThat(onTheDevice()).contains("Well of the first");
        page.locator("form[action='/sign-out'] button").first().dispatchEvent("click");
        page.waitForURL(Pattern.compile("/sign-in|/$"));
        assertThat(onTheDevice()).doesNotContain("answers");
    }

    private void signIn() {
        page.navigate("http://localhost:" + port + invitations.make("member", Scope.HUB, ""));
        press("Accept");
        page.waitForURL(Pattern.compile("/account$"));
    }

    private String onTheDevice() {
        return (String) page.evaluate("JSON.stringify(localStorage)");
    }

    @Test
    void showsWhyTheHubRefuses() {
        campaigns.setState(campaign.id(), Campaign.State.CLOSED);
        press("Next");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("This campaign is closed")))
                .isVisible();
    }

    @Test
    void leadsBackAfterAnAnswerThatWasRefused() {
        press("Next");
        assertThat(page.locator("#faults")).isFocused();
        page.getByLabel("Name of the well").fill("Bir");
        page.getByLabel("How deep is it, in metres?").fill("12");
        page.getByLabel("Yes", exactly()).check();
        Request next = page.waitForRequest(request -> request.url().endsWith("/answer"), () -> press("Next"));
        assertThat(next.method()).isEqualTo("POST");
        page.getByText("Its place").waitFor();
        assertThat(page.url()).endsWith("/answer?page=2");
        page.goBack();
        assertThat(page.getByLabel("Name of the well")).hasValue("Bir");
        assertThat(page.locator("#faults")).hasCount(0);
    }

    @Test
    void beginsWithTheRepetitionThatWasAdded() {
        toTheEnd();
        press("Add another: Household that draws water");
        assertThat(page.locator(".asks-one").nth(1)).isFocused();
    }

    @Test
    void sumsFaultsUpOnTopAndLeadsToEach() {
        press("Next");
        assertThat(page.locator("#faults")).isFocused();
        page.locator("#faults a").first().click();
        assertThat(page.getByLabel("Name of the well")).isFocused();
        assertThat(page.locator(".faulty .fault")).hasCount(3);
        page.getByLabel("Name of the well").fill("Bir");
        assertThat(page.locator("#faults .mended")).hasText("An answer is needed: Name of the well");
        page.getByLabel("How deep is it, in metres?").fill("12");
        page.getByLabel("Yes", exactly()).check();
        assertThat(page.locator("#faults")).hasCount(0);
    }
}
