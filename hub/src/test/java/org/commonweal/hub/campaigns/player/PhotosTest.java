package org.commonweal.hub.campaigns.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.commonweal.hub.frame.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Photos are made smaller on the telephone, without the place where they were taken, and wait for a line like all else. */
class PhotosTest extends ScriptedPages {
    @Autowired
    Files files;

    /** As a telephone of today takes it: twelve million points, and where it was taken. */
    @Test
    void sendsLessThanAMegabyteOfALargePhotoAndNotWhereItWasTaken() {
        toThePhoto();
        byte[] taken = Photos.withItsPlace();
        assertThat(Photos.text(taken)).contains("Exif", "GPS of the photo");
        page.getByLabel("A photo of it").setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", taken));
        // Without waiting for the copy, which takes seconds on an old telephone.
        press("Next");
        page.getByLabel("How many people?").waitFor();
        byte[] sent = kept();
        assertThat(sent.length).isLessThan(1_000_000);
        assertThat(Photos.text(sent)).doesNotContain("Exif", "GPS of the photo");
        assertThat(Photos.sizeOf(sent)).isEqualTo("2048 x 1536");
    }

    @Test
    void keepsAPhotoThatWasTakenWhileTheLineWasGone() {
        toThePhoto();
        telephone.setOffline(true);
        page.getByLabel("A photo of it")
                .setInputFiles(new FilePayload("IMG_2.jpg", "image/jpeg", Photos.withItsPlace()));
        assertThat(page.locator(".autosave")).containsText("Leave this page open if you chose a file");
        telephone.setOffline(false);
        assertThat(page.getByText(Pattern.compile("photo-\\w{8}\\.jpg, .* kB, is here")))
                .isVisible();
        press("Next");
        press("Send my answers");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")))
                .isVisible();
        assertThat(one("select count(a.file_id) from campaigns.attachment a"
                        + " join campaigns.submission s on s.id = a.submission_id where s.campaign_id = :campaign"))
                .isEqualTo("1");
    }

    /** The draft was on its way when the photo was ready: what came back took the photo out of its field. */
    @Test
    void keepsAPhotoThatBecomesReadyWhileTheDraftIsOnItsWay() {
        toThePhoto();
        page.evaluate("""
                () => {
                  const make = window.createImageBitmap;
                  window.createImageBitmap = (file) =>
                    new Promise((done) => (window.makeSmall = () => done(make(file))));
                }""");
        List<Route> held = new CopyOnWriteArrayList<>();
        cut(held::add);
        page.getByLabel("A photo of it").setInputFiles(new FilePayload("IMG.jpg", "image/jpeg", Photos.large()));
        page.getByLabel("Day").fill("2026-11-20");
        page.waitForCondition(() -> !held.isEmpty());
        page.evaluate("() => window.makeSmall()");
        assertThat(page.getByLabel("A photo of it")).isEnabled();
        mend();
        held.forEach(Route::resume);
        assertThat(page.getByText(Pattern.compile("photo-\\w{8}\\.jpg, .* kB, is here")))
                .isVisible();
    }

    @Test
    void tellsOfAPhotoThatWasCut() {
        toThePhoto();
        byte[] cut = java.util.Arrays.copyOf(Photos.large(), 5_000);
        page.getByLabel("A photo of it").setInputFiles(new FilePayload("cut.jpg", "image/jpeg", cut));
        assertThat(page.getByText("or only a part of one")).isVisible();
    }

    private byte[] kept() {
        return jdbc.sql("select id from frame.file where scope = :organisation and name like 'photo-%'"
                        + " order by id desc limit 1")
                .param("organisation", campaign.organisation())
                .query(java.util.UUID.class)
                .optional()
                .flatMap(files::find)
                .map(file -> {
                    try {
                        return java.nio.file.Files.readAllBytes(file.path());
                    } catch (IOException unreadable) {
                        throw new java.io.UncheckedIOException(unreadable);
                    }
                })
                .orElseThrow();
    }
}
