package org.commonweal.hub.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.accounts.Invitations;
import org.commonweal.hub.frame.Command;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Scope;
import org.commonweal.tlog.proof.VerifyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twelve low-cost sensors beside official monitors: a real table goes in, a finding comes out that a stranger verifies. */
@HubTest
class AirQualityTest {
    private static final Path DAILY = Path.of("../../shared/data/air-quality/daily.csv");

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    List<Command> commands;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void becomesAMonthlyMeanBySensorThatIsLoggedAndVerifiedOffline() throws Exception {
        assumeTrue(Files.exists(DAILY), "skipped: the table of readings is not beside the project");
        UUID organisation = organisation();
        Campaign campaign = openCampaign(organisation);
        long rows = Files.lines(DAILY).count() - 1;

        assertThat(importTable(campaign, "A_B_Avg=pm25")).contains(rows + " readings stored, 0 were here already");
        assertThat(importTable(campaign, "A_B_Avg=pm25")).contains("0 readings stored, " + rows);

        Visitor reviewer =
                new Visitor(port).signIn(invitations.make("reviewer", Scope.organisation(organisation), "test"));
        assertThat(reviewer.get(campaign.path() + "/review").body())
                .as("read in today, measured long ago")
                .containsPattern("speaks of [^<]* 202[0-4]");
        reviewer.post(
                campaign.path() + "/review",
                Map.of("verb", "approve", "all", "on", "newest", "ffffffff-ffff-ffff-ffff-ffffffffffff"));

        String finding = publish(reviewer, campaign);
        Map<String, Double> told = new TreeMap<>();
        for (NamedCsvRecord cell : CsvReader.builder()
                .ofNamedCsvRecord(
                        new Visitor(port).get(finding + "/v/1/cells.csv").body()))
            if (!cell.getField("subject").isEmpty() && !cell.getField("period").isEmpty())
                told.put(
                        cell.getField("subject") + " " + cell.getField("period"),
                        Double.parseDouble(cell.getField("value")));
        Map<String, Double> plain = plainMeans();
        assertThat(told.keySet()).isEqualTo(plain.keySet());
        plain.forEach((cell, mean) -> assertThat(told.get(cell)).as(cell).isCloseTo(mean, within(1e-9)));

        verifyOffline(finding);
    }

    @Test
    void tellsEveryFaultOfATableAndStoresNothing() throws Exception {
        Campaign campaign = openCampaign(organisation());
        Path table = folder.resolve("faulty.csv");
        Files.writeString(
                table, "sensor_index,DAILY,A_B_Avg\n7,2026-01-01,12.5\n8,someday,12.5\n9,2026-01-02,twelve\n");
        String told = importTable(campaign, table, "A_B_Avg=pm25");
        assertThat(told)
                .contains("Line 3: ‹someday› in column ‹DAILY› is no date or time")
                .contains("Line 4: ‹twelve› in column ‹A_B_Avg› is no number")
                .contains("Nothing was stored.");
        assertThat(stored(campaign)).isZero();
        assertThat(importTable(campaign, table, "no_such_column=pm25")).contains("Line 1: no column ‹no_such_column›.");
        assertThat(stored(campaign)).isZero();
    }

    private String publish(Visitor reviewer, Campaign campaign) {
        HttpResponse<String> draft = reviewer.post(
                "/findings/new?from=" + campaign.ref(),
                Map.of(
                        "variable", "pm25",
                        "statistic", "mean",
                        "comparison", "ge",
                        "areas", "subject",
                        "times", "month",
                        "language", "en",
                        "title", "Fine dust by sensor and month",
                        "limitations", "Sensors stand where somebody put them."));
        String path = path(draft);
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"")
                .matcher(reviewer.get(path).body());
        assertThat(seen.find()).isTrue();
        return path(reviewer.post(path + "/publish", Map.of("seen", seen.group(1))));
    }

    private void verifyOffline(String finding) throws IOException {
        Visitor stranger = new Visitor(port);
        UUID id = jdbc.sql("select id from evidence.finding where tail = :tail")
                .param("tail", Ids.tailOf(finding))
                .query(UUID.class)
                .single();
        String proofPath = "/log/proof/" + id + "/1";
        await().until(() -> stranger.get(proofPath).statusCode() == 200);
        Path proof = Files.writeString(
                folder.resolve("finding.proof.json"), stranger.get(proofPath).body());
        String key = stranger.get("/log/key").body().strip();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = new VerifyCommand()
                .run(List.of(proof.toString(), "--key", key), new PrintStream(out), new PrintStream(out));
        assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();

        Files.writeString(proof, Files.readString(proof).replaceFirst("Fine dust", "Pure air"));
        assertThat(new VerifyCommand().run(List.of(proof.toString()), new PrintStream(out), new PrintStream(out)))
                .isEqualTo(1);
    }

    private String importTable(Campaign campaign, String... mapping) throws Exception {
        return importTable(campaign, DAILY, mapping);
    }

    private String importTable(Campaign campaign, Path table, String... mapping) throws Exception {
        Command command = commands.stream()
                .filter(one -> one.name().equals("import observations"))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> words = new java.util.ArrayList<>(List.of(
                table.toString(), "--campaign", campaign.path(), "--map", "sensor_index=sensor", "DAILY=@time"));
        words.addAll(List.of(mapping));
        command.run(words, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Campaign openCampaign(UUID organisation) {
        Campaign campaign = Drawn.campaign("Fine dust on our streets")
                .of(organisation)
                .in("America/Los_Angeles")
                .about("sensor")
                .open(campaigns);
        Drawn.serve(forms, campaign, "1", """
                # survey
                type    | name   | label
                text    | sensor | Sensor
                decimal | pm25   | PM2.5, µg/m³
                # settings
                form_title | form_id
                Air        | air
                """);
        jdbc.sql("update campaigns.campaign set unit_approved_at = now() where id = :id")
                .param("id", campaign.id())
                .update();
        return campaign;
    }

    private UUID organisation() {
        UUID id = Ids.next();
        jdbc.sql("insert into directory.organisation (id, tail, name) values (:id, :tail, 'Air for All')")
                .param("id", id)
                .param("tail", Ids.tail(id))
                .update();
        return id;
    }

    private int stored(Campaign campaign) {
        return jdbc.sql("select count(*) from campaigns.submission where campaign_id = :campaign")
                .param("campaign", campaign.id())
                .query(Integer.class)
                .single();
    }

    // Group the table's lines by sensor and month; sum and divide.
    private static Map<String, Double> plainMeans() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(DAILY)) {
            return csv.stream()
                    .filter(row -> !row.getField("A_B_Avg").isEmpty())
                    .collect(Collectors.groupingBy(
                            row -> row.getField("sensor_index") + " "
                                    + row.getField("DAILY").substring(0, 7),
                            TreeMap::new,
                            Collectors.averagingDouble(row -> Double.parseDouble(row.getField("A_B_Avg")))));
        }
    }

    private static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }
}
