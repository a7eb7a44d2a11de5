package org.commonweal.hub.campaigns.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Person;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What scripts add on a telephone: drafts by themselves, a line that may be lost, smaller photos, one's place. */
@HubTest
class ScriptedPagesTest {
    private static final Pattern KEPT = Pattern.compile("Your draft is kept");

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    JdbcClient jdbc;

    private Campaign campaign;
    private BrowserContext telephone;
    private Page page;

    @BeforeEach
    void begin() {
        campaign = new Asking(campaigns, jdbc).open(Wells.FORM);
        telephone = Telephone.open(true);
        telephone.setDefaultTimeout(20_000);
        telephone.grantPermissions(List.of("geolocation"));
        telephone.setGeolocation(new Geolocation(44.82, 20.46).setAccuracy(12));
        page = telephone.newPage();
        page.navigate(address());
        expectNothingSerious();
        page.getByLabel("I have read this and I agree").check();
        press("Begin");
    }

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

        page.getByLabel("A photo of it").setInputFiles(new FilePayload("IMG.jpg", "image/jpeg", largePhoto()));
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
                .satisfies(size -> assertThat(Long.parseLong(size)).isLessThan(largePhoto().length));
        assertThat(one("select latitude || ' ' || longitude from campaigns.submission where campaign_id = :campaign"))
                .isEqualTo("44.82 20.46");
    }

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

    private void expectNothingSerious() {
        assertThat(Person.seriousFaults(page)).isEmpty();
    }

    private void press(String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private String address() {
        return "http://localhost:" + port + campaign.path() + "/answer";
    }

    private String one(String sql) {
        return jdbc.sql(sql)
                .param("campaign", campaign.id())
                .query(String.class)
                .single();
    }

    // Noise, so that it does not compress to nothing.
    private static byte[] largePhoto() {
        BufferedImage picture = new BufferedImage(2600, 1900, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < picture.getWidth(); x++)
            for (int y = 0; y < picture.getHeight(); y++) picture.setRGB(x, y, random.nextInt(0xffffff));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
