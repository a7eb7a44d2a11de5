package org.commonweal.hub.campaigns.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.campaigns.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody fills the form in a browser that runs no scripts. */
@HubTest
class PlainPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    private Campaign campaign;
    private BrowserContext telephone;
    private Page page;

    @BeforeEach
    void open() {
        campaign = Wells.ask(campaigns, forms, Wells.FORM);
        telephone = Telephone.open(false);
        page = telephone.newPage();
        telephone.setDefaultTimeout(20_000);
        page.navigate(address());
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
        fill("Salt, in grams per litre", "a little");
        press("Next");
        assertThat(faults())
                .containsExactly(
                        "How deep is it, in metres? – Between 1 and 499",
                        "Salt, in grams per litre – Write a number, such as 12.5",
                        "An answer is needed: Is the water drunk?");
        assertThat(field("How deep is it, in metres?").inputValue()).isEqualTo("900");
        assertThat(field("Salt, in grams per litre").inputValue()).isEqualTo("a little");
        fill("How deep is it, in metres?", "12");
        fill("Salt, in grams per litre", "1,5");
        page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
        press("Next");
        assertThat(page.getByText("There is more to ask").isVisible()).isTrue();
        assertThat(page.content()).contains("That is 39 feet");
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
        assertThat(answers())
                .contains("\"depth\": \"12\"", "\"salt\": \"1.5\"", "\"feet\": \"39\"", "\"uses\": \"wash herd\"")
                .contains("\"why\": \"It is salty.\\nIt smells.\"", "\"town\": \"bora\"", "\"day\": \"2026-11-20\"")
                .contains("\"household\": [{\"people\": \"4\"}, {\"people\": \"9\"}]", "44.82 20.46 0.0 0.0")
                .contains("\"commonweal_consent\": {\"agreed\": \"OK\", \"version\": \"1\"}")
                .doesNotContain("IMG of me");
        assertThat(attachments()).singleElement().asString().matches("photo-\\w{8}\\.jpg 4 bytes");
        assertThat(page.getByLabel("Your private address").textContent()).contains("/reports/");
    }

    @Test
    void storesWhatOpenRosaWouldStoreOfTheSameInstance() {
        fillInAShortReport();
        String xml = one("select xml from campaigns.submission where campaign_id = :campaign");
        String token = tokens.make(campaign.id(), "collect", "test").text();
        Visitor client = new Visitor(port);
        String other = xml.replaceFirst("uuid:[0-9a-f-]+", "uuid:" + UUID.randomUUID());
        client.postFiles(
                "/openrosa/" + token + "/submission",
                Map.of("xml_submission_file", other.getBytes(StandardCharsets.UTF_8)),
                Map.of("X-OpenRosa-Version", "1.0"));
        assertThat(one("select count(distinct answers - 'meta') || ' of ' || count(*) from campaigns.submission"
                        + " where campaign_id = :campaign"))
                .isEqualTo("1 of 2");
    }

    @Test
    void goesOnWhereItStoppedOnTheSameDeviceAlone() {
        begin();
        fill("Name of the well", "Bir al-Nour");
        press("Keep and stop");
        Page later = telephone.newPage();
        later.navigate(address());
        assertThat(later.getByLabel("Name of the well").inputValue()).isEqualTo("Bir al-Nour");
        try (BrowserContext stranger = Telephone.open(false)) {
            Page other = stranger.newPage();
            other.navigate(address());
            assertThat(other.content()).contains("Begin").doesNotContain("Bir al-Nour");
        }
        later.getByText("Start over").first().click();
        later.locator(".confirm-sheet button").click();
        assertThat(later.content()).contains("Begin").doesNotContain("Bir al-Nour");
    }

    /** Only addresses that can be asked for again, and none with the token in it. */
    @Test
    void leadsBackAfterAnAnswerThatWasRefused() {
        begin();
        press("Next");
        assertThat(faults()).hasSize(3);
        assertThat(page.url()).doesNotContain("_csrf");
        fill("Name of the well", "Bir");
        fill("How deep is it, in metres?", "7");
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        press("Next");
        press("Keep and stop");
        assertThat(page.content()).contains("Come back to this page on this device");
        assertThat(page.url()).doesNotContain("_csrf");
        page.goBack();
        page.goBack();
        assertThat(field("Name of the well").inputValue()).isEqualTo("Bir");
        assertThat(faults()).isEmpty();
    }

    @Test
    void saysOfAPhotoThatItIsNone() {
        begin();
        fill("Name of the well", "Bir");
        fill("How deep is it, in metres?", "7");
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        press("Next");
        press("Next");
        FilePayload words = new FilePayload("photo.jpg.md", "image/jpeg", "# A well".getBytes(StandardCharsets.UTF_8));
        page.getByLabel("A photo of it").setInputFiles(words);
        press("Keep and stop");
        String said = "This is no picture that the hub can show";
        assertThat(page.locator(".asks-attached").innerText()).contains(".md, 1 kB, is here", said);
        FilePayload cut = new FilePayload("cut.jpg", "image/jpeg", Arrays.copyOf(Photos.large(), 5_000));
        page.getByLabel("A photo of it").setInputFiles(cut);
        press("Keep and stop");
        assertThat(page.locator(".asks-attached").innerText()).contains(".jpg, 5 kB, is here", said);
        page.getByLabel("A photo of it").setInputFiles(photo());
        press("Keep and stop");
        assertThat(page.locator(".asks-attached").innerText()).contains(".jpg").doesNotContain(said);
    }

    @Test
    void speaksTheFormsLanguages() {
        page.navigate(address() + "?lang=ar");
        assertThat(page.locator(".asks").getAttribute("dir")).isEqualTo("rtl");
        assertThat(page.content()).contains("نسألك عن الآبار");
        page.locator("button[name=words]").first().click();
        assertThat(page.locator(".asks").getAttribute("lang")).isEqualTo("en");
        assertThat(page.content()).contains("We ask you about wells");
    }

    private void fillInAShortReport() {
        begin();
        fill("Name of the well", "Bir");
        fill("How deep is it, in metres?", "7");
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        press("Next");
        press("Next");
        press("Next");
        press("Send my answers");
    }

    private void begin() {
        page.getByLabel("I have read this and I agree").check();
        press("Begin");
    }

    private String address() {
        return "http://localhost:" + port + campaign.path() + "/answer";
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

    private List<String> faults() {
        return page.locator("#faults li").allInnerTexts();
    }

    private static FilePayload photo() {
        return new FilePayload(
                "IMG of me.JPG", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9});
    }

    private String answers() {
        return one("select answers::text from campaigns.submission where campaign_id = :campaign");
    }

    private List<String> attachments() {
        return jdbc.sql("""
                        select a.name || ' ' || f.size_bytes || ' bytes' from campaigns.attachment a
                        join campaigns.submission s on s.id = a.submission_id join frame.file f on f.id = a.file_id
                        where s.campaign_id = :campaign""")
                .param("campaign", campaign.id())
                .query(String.class)
                .list();
    }

    private String one(String sql) {
        return jdbc.sql(sql)
                .param("campaign", campaign.id())
                .query(String.class)
                .single();
    }
}
