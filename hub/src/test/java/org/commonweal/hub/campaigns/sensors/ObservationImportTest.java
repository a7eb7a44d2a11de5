package org.commonweal.hub.campaigns.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Digests;
import org.commonweal.hub.frame.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code import observations} takes tables as machines and offices write them, whole or not at all. */
@HubTest
class ObservationImportTest {
    @Autowired
    ObservationImport command;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private Campaign campaign;

    @BeforeEach
    void open() {
        campaign = Stations.open(campaigns, forms);
    }

    @Test
    void readsTablesHoweverTheyAreWritten() throws Exception {
        List<String> tables = List.of(
                "id,when,dust,note\n7,2026-01-01,12.5,\"a, b\"\n8,2026-01-01 08:00,-3,\n",
                "\ufeffid,when,dust,note\r\n7,2026-01-01,12.5,\"a, b\"\r\n8,2026-01-01T07:00:00Z,-3,\r\n",
                "id;when;dust;note\n7;2026-01-01;12.5;a, b\n8;2026-01-01T08:00:00+01:00;-3;\n",
                "id\twhen\tdust\tnote\n7\t2026-01-01\t12.5\ta, b\n8\t2026-01-01T08:00\t-3\t");
        for (String table : tables)
            assertThat(run(table, "id=sensor", "when=@time", "dust=pm25", "note=remark"))
                    .startsWith("0 ");
        assertThat(stored())
                .containsExactly(
                        "2025-12-31T23:00:00Z pm25=12.5 remark=a, b sensor=7", "2026-01-01T07:00:00Z pm25=-3 sensor=8");
    }

    @Test
    void tellsTheLineOfEachFaultAndStoresNothing() throws Exception {
        String table = "id,when,dust,sky\n"
                + "7,2026-01-01,12.5,clear\n"
                + "\"two\nlines\",someday,12.5,clear\n"
                + "8,2026-01-02,twelve,blue\n"
                + "9,2199-01-01,\"1,5\",grey\n";
        assertThat(run(table, "id=sensor", "when=@time", "dust=pm25", "sky=sky"))
                .startsWith("1 ")
                .contains("Line 3: ‹someday› in column ‹when› is no date or time")
                .contains("Line 5: ‹twelve› in column ‹dust› is no number, such as 12.5; ‹blue› in column ‹sky› is no"
                        + " choice of ‹sky›.")
                .contains("Line 6: ‹1,5› in column ‹dust› is no number")
                .contains("‹2199-01-01› in column ‹when› has not come yet")
                .endsWith("Nothing was stored.\n");
        assertThat(stored()).isEmpty();
    }

    /** A reading of nothing would count in no place, and later nobody could say why. */
    @Test
    void refusesRowsThatNameNoThing() throws Exception {
        assertThat(run("id,dust\n7,1\n,2\n", "id=sensor", "dust=pm25"))
                .isEqualTo("1 Line 3: column ‹id› is empty, and says of which thing the row tells.\n"
                        + "Nothing was stored.\n");
        assertThatThrownBy(() -> run("id,dust\n7,1\n8,2\n", "dust=pm25"))
                .isInstanceOf(Refusal.class)
                .hasMessage("No column is mapped to sensor, which says of which thing a row tells. Name the one that"
                        + " does.");
        assertThat(stored()).isEmpty();
        assertThat(run("id,dust\n7,1\n", "id=sensor", "dust=pm25")).startsWith("0 1 reading stored");
    }

    @Test
    void tellsOfColumnsOnceAndOfQuestionsThatAreNotThere() throws Exception {
        assertThat(run("id,dust\n7,1\n8,2\n", "id=sensor", "when=@time", "pm=pm25"))
                .isEqualTo("1 Line 1: no column ‹when›, ‹pm›. The table has: id, dust.\nNothing was stored.\n");
        assertThatThrownBy(() -> run("id,dust\n7,1\n", "id=station", "dust=pm10"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The form has no question station, pm10. It has: sensor, pm25, count, day, sky, remark, place,"
                                + " path, field.");
        assertThatThrownBy(() -> run("id,dust\n7,1\n")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> command.run(
                        List.of("none.csv", "--campaign", campaign.path(), "--map", "a=sensor"), System.out))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no file none.csv to read.");
        assertThat(stored()).isEmpty();
    }

    @Test
    void tellsWhatIsMissingAndWhichCampaignIsNotThere() {
        assertThatThrownBy(() -> command.run(
                        List.of("a.csv", "--campaign", "/campaigns/wells-zzzzzzzz", "--map", "a=pm25"), System.out))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no campaign ‹wells-zzzzzzzz› on this hub");
        assertThatThrownBy(() -> command.run(List.of("a.csv", "--map", "a=pm25"), System.out))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("It needs --campaign with the campaign's address");
    }

    /** Not the row below the head line, and not the reader's own count. */
    @Test
    void countsLinesOfTheFile() throws Exception {
        String table = "id,when,dust\n7,someday,1\n\n8,2026-01-01,2\n9,2026-01-02\n";
        assertThat(run(table, "id=sensor", "when=@time", "dust=pm25"))
                .contains("Line 2: ‹someday›", "Below line 4 the file is no CSV")
                .doesNotContain("Record", "row 2", "row 3");
    }

    @Test
    void refusesWhatIsNoTableInUtf8() throws Exception {
        assertThat(run("", "id=sensor")).startsWith("1 The file has no rows below its head line.");
        assertThat(run("id\n", "id=sensor")).startsWith("1 The file has no rows below its head line.");
        byte[] latin = "note,id\nbien,1\nmélange,2\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(run(latin, "id=sensor", "note=remark")).startsWith("1 ").contains("is not in UTF-8");
        assertThat(run("note,id\n\"never shut,1\n2,3\n", "id=sensor", "note=remark"))
                .startsWith("1 ");
        assertThat(stored()).isEmpty();
    }

    /** Of what can't count, each row is told. */
    @Test
    void refusesNumbersThatCannotBeToldAndPlacesThatAreNotOnEarth() throws Exception {
        String table = "id,dust,n,where\n7,1e400,1,0 0\n7," + "1".repeat(40)
                + ",9007199254740993,999 999\n7,7.43,12,52.37 4.89\n7,1,9999999999999999999,0 0\n";
        assertThat(run(table, "id=sensor", "dust=pm25", "n=count", "where=place"))
                .startsWith("1 ")
                .contains("Line 2: ‹1e400› in column ‹dust› is too large or too small to be told.")
                .contains("Line 3: ‹" + "1".repeat(40) + "› in column ‹dust› has more than the 17 digits")
                .contains("‹9007199254740993› in column ‹n› is too large")
                .contains("‹999 999› in column ‹where› is no place on earth")
                .contains("Line 5: ‹9999999999999999999› in column ‹n› is too large")
                .doesNotContain("Line 4");
        assertThat(stored()).isEmpty();
    }

    @Test
    void takesOneColumnForAQuestion() throws Exception {
        assertThatThrownBy(() -> run("a,b\n1,2\n", "a=pm25", "b=pm25"))
                .isInstanceOf(Refusal.class)
                .hasMessage("More than one column is mapped to pm25: ‹a›, ‹b›. Name the one that counts.");
        assertThatThrownBy(() -> run("a,b\n1,2\n", "a=pm25", "a=count"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Column ‹a› is mapped twice: to pm25 and to count.");
        assertThat(run("id,id\n1,2\n", "id=sensor")).startsWith("1 ").contains("duplicate fields: [id]");
        assertThat(stored()).isEmpty();
    }

    @Test
    void knowsATableAgainAlsoWhereItNamesNoTime() throws Exception {
        String table = "id,dust\n7,3\n7,3\n7,4\n";
        assertThat(run(table, "id=sensor", "dust=pm25")).contains("3 readings stored, 0 were here already.");
        assertThat(run(table, "id=sensor", "dust=pm25")).contains("0 readings stored, 3 were here already.");
        assertThat(jdbc.sql("select detail from frame.audit where action = 'campaign.readings-imported'"
                                + " and thing = :thing")
                        .param("thing", campaign.ref().toString())
                        .query(String.class)
                        .list())
                .as("noted, and not what changed nothing")
                .containsExactly("3");
    }

    /** Else whoever has the table could bring something else under a row's identifier first. */
    @Test
    void givesRowsIdentifiersThatNobodyElseCanCompute() throws Exception {
        run("when,id\n2026-01-01T00:00:00Z,3\n", "when=@time", "id=sensor");
        assertThat(jdbc.sql("select instance_id from campaigns.submission where campaign_id = :campaign")
                        .param("campaign", campaign.id())
                        .query(String.class)
                        .single())
                .matches("row:[0-9a-f]{64}")
                .isNotEqualTo("row:" + Digests.sha256("2026-01-01T00:00:00Z {sensor=3}"));
    }

    @Test
    void tellsOfRowsThatAnotherVersionOfTheFormBrought() throws Exception {
        String table = "when,id\n2026-01-01,3\n2026-01-02,4\n";
        run(table, "when=@time", "id=sensor");
        Stations.addVersion(forms, campaign);
        assertThat(run(table, "when=@time", "id=sensor"))
                .contains("0 readings stored, 0 were here already.")
                .contains("2 were here already under another version of the form");
        assertThat(stored()).hasSize(2);
    }

    @Test
    void goesThroughATableLargerThanItHolds() throws Exception {
        Path table = folder.resolve("large.csv");
        try (Writer out = Files.newBufferedWriter(table)) {
            out.write("id,when,dust\n");
            for (int i = 0; i < 12_000; i++)
                out.write("%d,2026-01-01T%02d:%02d:%02dZ,%d\n".formatted(i % 7, i / 3600, i / 60 % 60, i % 60, i));
        }
        assertThat(run(table, List.of("id=sensor", "when=@time", "dust=pm25")))
                .contains("  10000 of 12000", "12000 readings stored");
        assertThat(stored()).hasSize(12_000);
    }

    private String run(String table, String... mapping) throws IOException {
        return run(table.getBytes(StandardCharsets.UTF_8), mapping);
    }

    private String run(byte[] table, String... mapping) throws IOException {
        return run(Files.write(folder.resolve("table.csv"), table), List.of(mapping));
    }

    private String run(Path table, List<String> mapping) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(table.toString(), "--campaign", campaign.path()));
        mapping.forEach(pair -> arguments.addAll(List.of("--map", pair)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = command.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private List<String> stored() {
        return Stations.stored(jdbc, campaign);
    }
}
