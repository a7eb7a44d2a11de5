package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody fills the form in a browser that runs no scripts. */
@HubTest
class PlainPagesTest {
    private static Browsers browsers;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    JdbcClient jdbc;

    private Asking asking;
    private Campaign campaign;
    private BrowserContext telephone;
    private Page page;

    @BeforeAll
    static void start() {
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
    }

    @BeforeEach
    void open() {
        asking = new Asking(campaigns, jdbc);
        campaign = asking.open(Wells.FORM);
        telephone = browsers.telephone(false);
        page = telephone.newPage();
        page.navigate("http://localhost:" + port + campaign.path() + "/answer");
    }

    @Test
    void asksEveryKindOfQuestionAndStoresTheAnswers() {
        assertThat(page.content()).contains("No name and no exact place is published", "24 months");
        press("Begin");
        assertThat(faults()).containsExactly("Tick the box if you agree. Without it we may not take your answers.");
        page.getByLabel("I have read this and I agree").check();
        press("Begin");

        fill("Name of the well", "Bir al-Nour");
        fill("How deep is it, in metres?", "900");
        press("Next");
        assertThat(page.getByText("There is more to ask").isVisible()).isTrue();
        page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
        press("Next");
        fill("How deep is it, in metres?", "12");
        fill("Salt, in grams per litre", "a little");
        press("Next");
        assertThat(faults()).containsExactly("Write a number, such as 12.5", "An answer is needed: Why not?");
        assertThat(field("Salt, in grams per litre").inputValue()).isEqualTo("a little");
        assertThat(page.content()).contains("That is 39 feet");
        fill("Salt, in grams per litre", "1,5");
        fill("Why not?", "It is salty.\nIt smells.");
        press("Next");

        fill("Latitude", "44.82");
        fill("Longitude", "20.46");
        field("Region").selectOption("south");
        page.getByLabel("Washing").check();
        page.getByLabel("Animals").check();
        press("Next");
        assertThat(page.getByText("There is more to ask").isVisible()).isTrue();
        assertThat(page.getByLabel("Alba").count()).isZero();
        page.getByLabel("Bora").check();
        press("Next");

        fill("Day", "2026-11-20");
        fill("Hour", "14:30");
        fill("Last rain", "2026-10-01T08:00");
        page.getByLabel("A photo of it").setInputFiles(photo());
        page.getByLabel("I have read this").check();
        press("Next");

        fill("How many people?", "4");
        press("Add another: Household that draws water");
        field("How many people?").nth(1).fill("7");
        press("Add another: Household that draws water");
        field("How many people?").nth(2).fill("9");
        press("Remove: Household that draws water 2");
        press("Send my answers");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you"))
                        .isVisible())
                .isTrue();
        assertThat(answers()).contains("\"depth\": \"12\"").contains("\"salt\": \"1.5\"");
        System.out.println(answers());
    }

    private void press(String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .last()
                .click();
    }

    private Locator field(String label) {
        return page.getByLabel(label);
    }

    private void fill(String label, String value) {
        field(label).fill(value);
    }

    private java.util.List<String> faults() {
        return page.locator("#faults li").allInnerTexts();
    }

    private static FilePayload photo() {
        return new FilePayload("IMG of me.JPG", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1});
    }

    private String answers() {
        return jdbc.sql("select answers::text from campaigns.submission where campaign_id = :campaign")
                .param("campaign", campaign.id())
                .query(String.class)
                .single();
    }
}
