package org.commonweal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.uber.h3core.H3Core;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.commonweal.hub.launch.HubProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole chain as people live it: from the link that a new hub hands its first administrator to a stranger who checks
 * what was published. Everybody goes where visible links and buttons lead; only the apps speak a protocol.
 */
class StoryTest {
    private static final String FIRST_STEPS = "Your next steps";
    private static final String TITLE = "Which wells of the lower valley are dry?";
    private static final String STATEMENT = "Most wells of the lower valley are dry";
    private static final String PROMISE = "We count dry wells and show the water board where they are.";

    // Three cells of about 250 km² each, some 60 km apart.
    private static final double[] VALLEY = {44.82, 20.46};
    private static final double[] PLAIN = {45.30, 20.10};
    private static final double[] HILLS = {44.30, 20.20};

    private static final String FORM = """
            # survey
            type              | name  | label                             | required
            select_one states | state | How is the well today?            | yes
            integer           | depth | How deep is it, in metres?        |
            geopoint          | place | Where is it?                      | yes
            image             | photo | A photo of the well               |
            # choices
            list_name | name | label
            states    | full | Full
            states    | dry  | Dry
            # settings
            form_title | form_id | version
            Wells      | wells   | 1
            """;

    @TempDir
    Path folder;

    private HubProcess hub;
    private String home;
    private String signInLink;

    @BeforeEach
    void startTheHub() throws Exception {
        Path data = FreshData.make();
        int port = HubProcess.freePort();
        hub = HubProcess.up(data, port).waitFor("Ready in ").waitFor("sign-in-link");
        home = "http://localhost:" + port + "/";
        signInLink = Files.readString(data.resolve("sign-in-link")).strip();
    }

    @AfterEach
    void stopTheHub() throws Exception {
        hub.process.destroy();
        hub.process.waitFor();
        hub.close();
    }

    @Test
    void fromAnAdministratorsLinkToAStrangerWhoChecks() throws Exception {
        try (Person owner = Person.atADesk();
                Person neighbour = Person.withAPhone("en-GB").standingAt(VALLEY[0], VALLEY[1]);
                Person stranger = Person.withAPhone("ar")) {
            signIn(owner);
            addAnOrganisation(owner);
            makeAndOpenACampaign(owner);
            String server = makeAKeyForApps(owner);

            String keys = owner.page().url();
            owner.open(home);
            owner.sees(TITLE);
            assertThat(owner.page().content()).as("a hub that has begun").doesNotContain(FIRST_STEPS);
            owner.open(keys);

            answerOnAPhone(neighbour);
            answerWithElevenApps(server);

            review(owner);
            publishAFinding(owner);
            checkTheProof(owner);
            readInArabic(stranger, owner.page().url());
        }
    }

    private void signIn(Person owner) {
        owner.open(signInLink);
        owner.looksAround();
        owner.press("Sign in");
        owner.sees(FIRST_STEPS, "Mail is not set up");
        owner.looksAround();
        owner.follow("Leave an address or set up a passkey, so that you can come back");
        owner.sees("Your account", "Administrator", "You could not come back");
        owner.looksAround();
        owner.open(home);
        owner.follow("Name the hub");
        owner.write("Name of the hub", "Commons of the lower valley");
        owner.press("Save");
        owner.open(home);
    }

    private void addAnOrganisation(Person owner) {
        owner.sees(FIRST_STEPS);
        owner.follow("Add an organisation");
        owner.write("Name", "Neighbours of the lower valley");
        owner.choose("Country", "Serbia");
        owner.looksAround();
        owner.press("Save the organisation");
        owner.sees("Neighbours of the lower valley");
        owner.looksAround();
    }

    private void makeAndOpenACampaign(Person owner) {
        owner.open(home);
        owner.sees(FIRST_STEPS, "Begin a campaign");
        owner.follow("Listen");
        owner.looksAround();
        owner.follow("Make a campaign");
        owner.choose("Who asks", "Neighbours of the lower valley");
        owner.write("Title", TITLE);
        owner.write("Why", "Wells run dry earlier each year, and nobody counts which.");
        owner.choose("Country of effect", "Serbia");
        owner.write("Place of effect", "The lower valley");
        owner.write("Who can answer", "Everyone who fetches water in the lower valley");
        owner.write("Contact", "wells@example.org");
        owner.unfold("How people answer, and how long it takes");
        owner.tick("Anyone may answer on the web, without an account");
        owner.write("Minutes to answer", "3");
        owner.looksAround();
        owner.press("Save and go on");

        owner.write("What happens with the answers", PROMISE);
        owner.write("Months that answers are kept", "12");
        owner.write("Consent", "I agree that the neighbours read my answers.");
        owner.looksAround();
        owner.press("Save and go on");

        owner.attach("Form", new FilePayload("wells.xlsx", "application/octet-stream", Sheets.xlsx(FORM)));
        owner.press("Upload");
        owner.sees("The form is taken: ‹Wells›, version ‹1›");
        owner.looksAround();
        owner.follow("Go on to the check");
        owner.sees("All is there");
        owner.looksAround();
        owner.press("Open the campaign");
        owner.sees(PROMISE, "What has come of it so far");
        owner.looksAround();
    }

    /** @return the server address, as the page shows it to be entered into the apps */
    private String makeAKeyForApps(Person owner) {
        owner.follow("Change");
        owner.follow("Apps and sensors");
        owner.write("Name", "Phones of the Tuesday team");
        owner.press("Make the key");
        owner.sees("The key for Phones of the Tuesday team is ready");
        owner.looksAround();
        return owner.readField("Server address");
    }

    private void answerOnAPhone(Person neighbour) throws IOException {
        neighbour.open(home);
        neighbour.looksAround();
        neighbour.follow(TITLE);
        neighbour.sees(PROMISE);
        neighbour.looksAround();
        neighbour.follow(Pattern.compile("^Answer now"));
        neighbour.looksAround();
        neighbour.tick("I have read this and I agree");
        neighbour.press("Begin");
        neighbour.tick("Dry");
        neighbour.write("How deep is it, in metres?", "14");
        neighbour.press("Use my location");
        neighbour.sees("Your location is filled in");
        neighbour.attach("A photo of the well", new FilePayload("IMG_0007.jpg", "image/jpeg", photo()));
        neighbour.sees("is here");
        neighbour.looksAround();
        neighbour.press("Send my answers");
        neighbour.sees("Thank you", "Your answers have arrived");
        neighbour.looksAround();
        neighbour.follow("Open it now");
        neighbour.sees("It is here and waits to be looked at.");
        neighbour.looksAround();
    }

    /** Eleven people tell of a well in the valley and of one in the plain; two have been in the hills too, too few to be told. */
    private void answerWithElevenApps(String server) throws Exception {
        Collect app = new Collect(server);
        Collect.BlankForm form = app.fetchForm();
        for (int i = 0; i < 11; i++) {
            tell(app, form, i, VALLEY);
            tell(app, form, i, PLAIN);
            if (i < 2) tell(app, form, i, HILLS);
        }
    }

    private static void tell(Collect app, Collect.BlankForm form, int i, double[] where) throws Exception {
        String photo = "well-" + i + ".jpg";
        String xml = form.fill(
                Collect.newInstanceId(),
                Map.of(
                        "state",
                        i % 4 == 0 ? "full" : "dry",
                        "depth",
                        String.valueOf(8 + i),
                        "place",
                        where[0] + " " + where[1] + " 0 5",
                        "photo",
                        photo));
        assertThat(app.send("telephone-" + i, xml, Map.of(photo, photo())).statusCode())
                .isEqualTo(201);
    }

    private void review(Person owner) {
        owner.follow("See the public page");
        owner.follow("Look at the answers");
        owner.sees("25 submissions");
        owner.looksAround();
        owner.follow("How is the well today?");
        owner.page().locator("td a").first().click();
        assertThat(owner.page()
                        .locator("img.picture")
                        .evaluate("image => image.decode().then(() => image.naturalWidth)"))
                .as("the photo is shown")
                .isEqualTo(320);
        owner.looksAround();
        owner.follow("Review");
        owner.tick("All 25 that wait in this view, on every page");
        owner.press("Approve");
        owner.sees("25 submissions are approved");
    }

    private void publishAFinding(Person owner) throws IOException {
        owner.follow("Make a finding");
        owner.choose("Question", "How is the well today? (one choice)");
        owner.tick("Share of answers");
        owner.unfold("More choices");
        owner.choose("Share of this option", "How is the well today?: Dry");
        owner.choose("Places", "Cells of about 250 km²");
        owner.write("Statement", STATEMENT);
        owner.write("Limits", "Only where somebody went to look.");
        owner.looksAround();
        owner.press("Preview");
        owner.sees("What will be lost");
        owner.unfold("will be withheld");
        // The hills' cell goes, and the plain's with it: together with the valley it would tell of the hills.
        owner.sees("2 cells will be withheld", "Fewer contributors than the campaign's k");
        owner.sees("Another withheld cell could be computed from it");
        owner.looksAround();
        owner.press("Publish");
        owner.sees(STATEMENT, "How do we know?", "Places and periods of which nothing may be told are not listed");
        owner.looksAround();
        tellsOfTheValleyAlone(owner);
    }

    private void tellsOfTheValleyAlone(Person reader) throws IOException {
        assertThat(reader.page().getByRole(AriaRole.MAIN).innerText())
                .contains("44.8°", "Everywhere")
                .doesNotContain("44.3°", "45.3°");
        for (String file : List.of("CSV", "JSON, as logged", "GeoJSON"))
            assertThat(reader.download(file, folder.resolve("file")))
                    .as(file)
                    .content()
                    .contains(cell(VALLEY))
                    .doesNotContain(cell(HILLS), cell(PLAIN), "telephone-");
    }

    private static String cell(double[] place) throws IOException {
        return H3Core.newInstance().latLngToCellAddress(place[0], place[1], 5);
    }

    private void checkTheProof(Person owner) throws Exception {
        owner.waitsFor("Download the proof file");
        Path proof = owner.download("Download the proof file", folder.resolve("wells.proof.json"));
        assertThat(verify(proof)).isZero();
        Path altered = folder.resolve("altered.proof.json");
        byte[] bytes = Files.readAllBytes(proof);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Most wells")] ^= 1;
        Files.write(altered, bytes);
        assertThat(verify(altered)).isEqualTo(1);

        owner.follow("Check a proof file");
        owner.attach("Proof file", proof);
        owner.press("Check");
        owner.sees("The file holds");
        owner.looksAround();
        owner.attach("Proof file", altered);
        owner.press("Check");
        owner.sees("Refused: this file doesn't prove what it says");
        owner.looksAround();
        owner.page().goBack();
    }

    private int verify(Path proof) throws Exception {
        try (HubProcess command = HubProcess.run(folder.resolve("elsewhere"), "verify", proof.toString())) {
            return command.exitCode();
        }
    }

    private void readInArabic(Person stranger, String finding) {
        stranger.open(finding);
        assertThat(stranger.page().getAttribute("html", "lang")).isEqualTo("ar");
        assertThat(stranger.page().getAttribute("html", "dir")).isEqualTo("rtl");
        stranger.sees(STATEMENT);
        stranger.looksAround();
    }

    private static byte[] photo() throws IOException {
        BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < picture.getWidth(); x++)
            for (int y = 0; y < picture.getHeight(); y++) picture.setRGB(x, y, x * 200 ^ y * 90_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
