package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.Visitor;
import org.commonweal.tlog.note.SignedCheckpoint;
import org.commonweal.tlog.proof.VerifyCommand;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a newcomer meets it: one word, and every page has something to show. */
class DemoTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"?#]*)\"");
    private static final Pattern PROOF = Pattern.compile("href=\"(/log/proof/[^\"]+)\"");
    private static final List<String> LISTS = List.of(
            "/organisations",
            "/projects",
            "/topics",
            "/topics/science",
            "/places",
            "/places/TN",
            "/campaigns",
            "/findings",
            "/log",
            "/log/entries",
            "/search?q=water");

    @TempDir
    Path folder;

    @Test
    void fillsAnEmptyHubThatHoldsAndOnlyStartsAFilledOne() throws Exception {
        Path data = FreshData.make();
        int port = HubProcess.freePort();
        String link;
        try (HubProcess hub = demo(data, port)) {
            assertThat(hub.output())
                    .contains("Filling an empty hub", "24 organisations and 14 projects", "6 campaigns");
            link = signInLink(data);
            Visitor stranger = new Visitor(port);
            everyListHasSomethingToShow(stranger);
            Visitor keeper = new Visitor(port).signIn(link);
            whatToLookAtIsThere(data, stranger, keeper);
            titlesSayWhatTheirNumbersSay(data, stranger, keeper);
            theLogIsADemonstrationAndHolds(stranger);
            hub.process.destroy();
            hub.exitCode();
        }
        try (HubProcess again = demo(data, port)) {
            assertThat(again.output()).doesNotContain("Filling");
            assertThat(signInLink(data)).isNotEqualTo(link);
            assertThat(new Visitor(port).signIn(signInLink(data)).get("/hub").statusCode())
                    .isEqualTo(200);
        }
    }

    private static HubProcess demo(Path data, int port) throws Exception {
        return HubProcess.run(data, "demo", "--port", String.valueOf(port)).waitFor("Ctrl-C ends it");
    }

    private static String signInLink(Path data) throws IOException {
        return Files.readString(data.resolve("sign-in-link")).strip().replaceFirst("http://localhost:\\d+", "");
    }

    /** And everything that a list leads to is there. */
    private static void everyListHasSomethingToShow(Visitor stranger) {
        Set<String> led = new LinkedHashSet<>();
        for (String list : LISTS) {
            String page = read(stranger, list);
            assertThat(page).as(list).doesNotContain("class=\"empty\"");
            if (list.equals("/findings")) assertThat(page).contains("µg/m³", "Health and wellbeing");
            LINK.matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .filter(path -> !path.startsWith("/assets/") && !path.equals("/log/checkpoint"))
                    .forEach(led::add);
        }
        assertThat(led).hasSizeGreaterThan(60);
        led.forEach(path -> assertThat(stranger.get(path).statusCode()).as(path).isIn(200, 302));
    }

    private static void whatToLookAtIsThere(Path data, Visitor stranger, Visitor keeper) throws IOException {
        for (String line : Files.readAllLines(data.resolve("demonstration"))) {
            String path = line.substring(0, line.indexOf('\t'));
            Visitor visitor = line.contains("sign in first") ? keeper : stranger;
            // 410 is what a withdrawn finding answers with its tombstone.
            assertThat(visitor.get(path).statusCode()).as(line).isIn(200, 302, 410);
        }
    }

    /** Its first findings are read as examples of honest ones, and its seed is fixed. */
    private static void titlesSayWhatTheirNumbersSay(Path data, Visitor stranger, Visitor keeper) throws IOException {
        Document found = Jsoup.parse(stranger.get("/findings").body());
        assertThat(number(found, "في ثلاثة من كل عشرة بلاغات")).isBetween(26, 34);
        assertThat(number(found, "Une réponse sur deux")).isBetween(46, 54);
        assertThat(number(found, "La moitié des réponses disent plus d'un quart d'heure"))
                .isBetween(16, 20);
        assertThat(found.select("li.result h2 a").eachAttr("lang")).contains("ar", "fr", "en");
        String draft = Files.readAllLines(data.resolve("demonstration")).stream()
                .filter(line -> line.startsWith("/findings/drafts/"))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .findFirst()
                .orElseThrow();
        Document prepared = Jsoup.parse(keeper.get(draft).body());
        assertThat(prepared.select("h1").text())
                .isEqualTo("Fetching water takes twenty minutes or more in half of the reports");
        assertThat(prepared.select("main").text()).containsPattern("2[0-4] minutes");
        assertThat(Jsoup.parse(stranger.get("/").body())
                        .select(".figure-card h3 bdi")
                        .eachAttr("lang"))
                .contains("ar", "fr", "en");
    }

    private static int number(Document list, String title) {
        return Integer.parseInt(list.select("li.result:contains(" + title + ") b.figures")
                .text()
                .replaceAll("\\D", ""));
    }

    private void theLogIsADemonstrationAndHolds(Visitor stranger) throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> checkpoint(stranger).checkpoint().size() == 8);
        String key = stranger.get("/log/key").body().strip();
        assertThat(key).contains("/demonstration+");
        List<String> proofs = new ArrayList<>();
        for (String entry : List.of("0", "1", "2", "3", "4", "5", "6", "7"))
            PROOF.matcher(stranger.get("/log/entries/" + entry).body())
                    .results()
                    .forEach(found -> proofs.add(found.group(1)));
        // Of the finding that was withdrawn only the tombstone is left to prove.
        assertThat(new LinkedHashSet<>(proofs)).hasSize(7);
        for (String proof : proofs) {
            Path file = Files.writeString(
                    folder.resolve("proof.json"), stranger.get(proof).body());
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(said);
            int exit = new VerifyCommand().run(List.of(file.toString(), "--key", key), out, out);
            assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(VerifyCommand.HOLDS);
        }
    }

    private static SignedCheckpoint checkpoint(Visitor stranger) throws Exception {
        return SignedCheckpoint.parse(stranger.get("/log/checkpoint").body());
    }

    private static String read(Visitor stranger, String path) {
        String page = stranger.get(path).body();
        assertThat(page).as(path).contains("This is a demonstration");
        return page;
    }
}
