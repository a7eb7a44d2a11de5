package org.commonweal.hub.campaigns.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.commonweal.hub.Axe;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Scope;
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
    Forms forms;

    @Autowired
    Files files;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient jdbc;

    private Campaign campaign;
    private BrowserContext telephone;
    private Page page;

    @BeforeEach
    void begin() {
        campaign = Wells.ask(campaigns, forms, Wells.FORM);
        telephone = Telephone.open(true);
        telephone.setDefaultTimeout(20_000);
        // A line that comes back unannounced is found after some seconds.
        setDefaultAssertionTimeout(20_000);
        telephone.grantPermissions(List.of("geolocation"));
        telephone.setGeolocation(new Geolocation(44.82, 20.46).setAccuracy(12));
        page = telephone.newPage();
        agree();
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

    private void agree() {
        page.navigate(address());
        expectNothingSerious();
        page.getByLabel("I have read this and I agree").check();
        press("Begin");
        page.getByLabel("Name of the well").waitFor();
    }

    private void signIn() {
        page.navigate("http://localhost:" + port + invitations.make("member", Scope.HUB, ""));
        press("Accept");
        page.waitForURL(Pattern.compile("/account$"));
    }

    private String onTheDevice() {
        return (String) page.evaluate("JSON.stringify(localStorage)");
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

    /** As a telephone of today takes it: twelve million points, and where it was taken. */
    @Test
    void sendsLessThanAMegabyteOfALargePhotoAndNotWhereItWasTaken() {
        toThePhoto();
        byte[] taken = photoWithItsPlace();
        assertThat(text(taken)).contains("Exif", "GPS of the photo");
        page.getByLabel("A photo of it").setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", taken));
        // Without waiting for the copy, which takes seconds on an old telephone.
        press("Next");
        page.getByLabel("How many people?").waitFor();
        byte[] sent = kept();
        assertThat(sent.length).isLessThan(1_000_000);
        assertThat(text(sent)).doesNotContain("Exif", "GPS of the photo");
        assertThat(sizeOf(sent)).isEqualTo("2048 x 1536");
    }

    @Test
    void keepsAPhotoThatWasTakenWhileTheLineWasGone() {
        toThePhoto();
        telephone.setOffline(true);
        page.getByLabel("A photo of it").setInputFiles(new FilePayload("IMG_2.jpg", "image/jpeg", photoWithItsPlace()));
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
        page.getByLabel("A photo of it").setInputFiles(new FilePayload("IMG.jpg", "image/jpeg", largePhoto()));
        page.getByLabel("Day").fill("2026-11-20");
        page.waitForCondition(() -> !held.isEmpty());
        page.evaluate("() => window.makeSmall()");
        assertThat(page.getByLabel("A photo of it")).isEnabled();
        mend();
        held.forEach(Route::resume);
        assertThat(page.getByText(Pattern.compile("photo-\\w{8}\\.jpg, .* kB, is here")))
                .isVisible();
    }

    private void toThePhoto() {
        page.getByLabel("Name of the well").fill("Bir");
        page.getByLabel("How deep is it, in metres?").fill("12");
        page.getByLabel("Yes", exactly()).check();
        press("Next");
        page.getByText("Its place").waitFor();
        press("Next");
        page.getByLabel("A photo of it").waitFor();
    }

    private void toTheEnd() {
        toThePhoto();
        press("Next");
        page.getByLabel("How many people?").waitFor();
    }

    private void cut(Consumer<Route> end) {
        page.route("**/answer", route -> {
            if (route.request().method().equals("POST")) end.accept(route);
            else route.resume();
        });
    }

    private void mend() {
        page.unroute("**/answer");
    }

    private void expectToWait() {
        assertThat(page.locator(".autosave")).containsText("Your answers are not sent yet");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send now")))
                .isInViewport();
        assertThat(stored()).isEqualTo("0");
    }

    private void expectThanks() {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Thank you")))
                .isVisible();
        assertThat(stored()).isEqualTo("1");
    }

    private String stored() {
        return one("select count(*) from campaigns.submission where campaign_id = :campaign");
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

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static String sizeOf(byte[] jpeg) {
        try {
            BufferedImage picture = ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
            return picture.getWidth() + " x " + picture.getHeight();
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
    }

    // A landscape with grain, and an Exif segment (APP1) behind the first marker as cameras write it.
    private static byte[] photoWithItsPlace() {
        BufferedImage picture = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        int[] line = new int[4000];
        for (int y = 0; y < 3000; y++) {
            for (int x = 0; x < line.length; x++) {
                int grain = random.nextInt(24);
                line[x] = (60 + y * 120 / 3000 + grain << 16) | (90 + x * 100 / 4000 + grain << 8) | (80 + grain);
            }
            picture.setRGB(0, y, line.length, 1, line, 0, line.length);
        }
        byte[] plain = jpeg(picture);
        byte[] exif = "Exif\0\0MM\0*\0\0\0\10\0\0 GPS of the photo 44.8125 N 20.4612 E"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (exif.length + 2 >> 8), (byte) (exif.length + 2)});
        out.writeBytes(exif);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private void expectNothingSerious() {
        assertThat(Axe.seriousIn(page)).isEmpty();
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
        return jpeg(picture);
    }
}
