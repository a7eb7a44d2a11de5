package org.commonweal.hub.campaigns.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One draft in two tabs: what one tab writes the other does not undo, and of two answers neither is lost. */
class TwoTabsTest extends ScriptedPages {
    private static final String NAME = "Name of the well";
    private static final String DEPTH = "How deep is it, in metres?";
    private static final Pattern TWO_ANSWERS = Pattern.compile("Two tabs answered here: «Bir al-Nour» is kept");

    private Page other;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsWhatTheOtherTabWrote(boolean scripts) {
        openBoth(scripts);
        page.getByLabel(NAME).fill("Bir al-Nour");
        keep(page);
        other.getByLabel(DEPTH).fill("12");
        keep(other);
        assertThat(other.getByLabel(NAME)).hasValue("Bir al-Nour");
        keep(page);
        assertThat(page.getByLabel(DEPTH)).hasValue("12");
        assertThat(page.getByLabel(NAME)).hasValue("Bir al-Nour");
        assertThat(page.locator("#faults")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesNeitherOfTwoAnswers(boolean scripts) {
        openBoth(scripts);
        page.getByLabel(NAME).fill("Bir al-Nour");
        keep(page);
        other.getByLabel(NAME).fill("Ain");
        keep(other);
        assertThat(other.locator("#faults")).containsText(TWO_ANSWERS);
        assertThat(other.getByLabel(NAME)).hasValue("Ain");
        keep(page);
        assertThat(page.locator("#faults")).containsText(TWO_ANSWERS);
        assertThat(page.getByLabel(NAME)).hasValue("Ain");
        keep(other);
        assertThat(other.locator("#faults")).hasCount(0);
        assertThat(other.getByLabel(NAME)).hasValue("Ain");
    }

    /** The tab that knows less saves by itself, and is told what the other one wrote. */
    @Test
    void drawsWhatTheOtherTabWroteWhenItSavesByItself() {
        openBoth(true);
        page.getByLabel(NAME).fill("Bir al-Nour");
        assertThat(page.locator(".autosave")).hasText("Your draft is kept");
        other.getByLabel(DEPTH).fill("12");
        assertThat(other.getByLabel(NAME)).hasValue("Bir al-Nour");
        other.getByLabel(NAME).fill("Ain");
        assertThat(other.locator(".autosave")).hasText("Your draft is kept");
        page.getByLabel("Salt, in grams per litre").fill("1,5");
        assertThat(page.getByLabel(NAME)).hasValue("Ain");
        assertThat(page.getByLabel("Salt, in grams per litre")).hasValue("1,5");
        assertThat(page.getByLabel(DEPTH)).hasValue("12");
    }

    @Test
    void marksTwoAnswersWhenItSavesByItself() {
        openBoth(true);
        page.getByLabel(NAME).fill("Bir al-Nour");
        assertThat(page.locator(".autosave")).hasText("Your draft is kept");
        other.getByLabel(NAME).fill("Ain");
        assertThat(other.locator(".faulty .fault")).containsText(TWO_ANSWERS);
        assertThat(other.locator(".autosave")).containsText("but not all of it");
        other.getByLabel(DEPTH).fill("12");
        other.getByText("That is 39 feet").waitFor();
        assertThat(other.locator(".faulty .fault")).containsText(TWO_ANSWERS);
        other.getByLabel(NAME).fill("Ain al-Bir");
        assertThat(other.locator(".autosave")).hasText("Your draft is kept");
        other.reload();
        assertThat(other.getByLabel(NAME)).hasValue("Ain al-Bir");
        assertThat(other.locator("#faults")).hasCount(0);
    }

    /** What was typed while the line was gone is found again beside what the other tab wrote meanwhile. */
    @Test
    void findsAgainBesideTheOtherTabsAnswers() {
        openBoth(true);
        other.route("**/answer", route -> route.abort());
        other.getByLabel(DEPTH).fill("12");
        assertThat(other.locator(".autosave")).containsText("There is no connection");
        page.getByLabel(NAME).fill("Bir al-Nour");
        assertThat(page.locator(".autosave")).hasText("Your draft is kept");
        other.unroute("**/answer");
        other.locator(".autosave")
                .getByText("Your draft is kept", exactlyText())
                .waitFor();
        assertThat(other.getByLabel(NAME)).hasValue("Bir al-Nour");
        assertThat(other.getByLabel(DEPTH)).hasValue("12");
    }

    /** Later stamps of other pages say nothing about what this one could not send. */
    @Test
    void findsAgainWhatWasTypedBeforeAnotherTabWentOn() {
        openBoth(true);
        page.getByLabel(NAME).fill("Bir");
        page.getByLabel(DEPTH).fill("12");
        page.getByLabel("Yes", exactly()).check();
        next(page);
        page.getByText("Its place").waitFor();
        other.route("**/answer", route -> route.abort());
        other.getByLabel(DEPTH).fill("15");
        assertThat(other.locator(".autosave")).containsText("There is no connection");
        next(page);
        page.getByLabel("A photo of it").waitFor();
        String first = other.locator("input[name=page]").inputValue();
        other.unroute("**/answer");
        other.navigate(other.url().replaceAll("[?].*", "") + "?page=" + first);
        assertThat(other.getByLabel(DEPTH)).hasValue("15");
    }

    private static com.microsoft.playwright.Locator.GetByTextOptions exactlyText() {
        return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
    }

    /** As on telephones, whose way back leads over steps that were kept. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsAnAnswerOfAnEarlierStepBeChanged(boolean scripts) {
        openBoth(scripts);
        page.getByLabel(NAME).fill("Bir");
        page.getByLabel(DEPTH).fill("12");
        page.getByLabel("Yes", exactly()).check();
        next(page);
        page.getByText("Its place").waitFor();
        next(page);
        page.getByLabel("A photo of it").waitFor();
        page.goBack();
        page.goBack();
        page.getByLabel(NAME).fill("Bir al-Nour");
        next(page);
        page.getByText("Its place").waitFor();
        page.goBack();
        assertThat(page.getByLabel(NAME)).hasValue("Bir al-Nour");
        page.getByLabel(NAME).fill("Ain");
        next(page);
        page.getByText("Its place").waitFor();
        assertThat(page.locator("#faults")).hasCount(0);
    }

    private void openBoth(boolean scripts) {
        if (!scripts) {
            page.close();
            BrowserContext plain = Telephone.open(false);
            plain.addCookies(telephone.cookies().stream()
                    .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                            .setDomain(cookie.domain)
                            .setPath(cookie.path))
                    .toList());
            plain.setDefaultTimeout(20_000);
            telephone = plain;
            page = telephone.newPage();
        }
        page.navigate(address() + "?page=1");
        other = telephone.newPage();
        other.navigate(address());
    }

    private static void keep(Page tab) {
        tab.waitForNavigation(() -> button(tab, "Keep and stop"));
        tab.getByText("Your draft is kept").first().waitFor();
    }

    private static void next(Page tab) {
        button(tab, "Next");
    }

    private static void button(Page tab, String words) {
        tab.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .last()
                .click();
    }
}
