package org.commonweal.hub.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real export, where somebody has put it beside the repository; it is not part of it (CC BY-NC-SA 4.0). */
@HubTest
class Dsi4euImportTest {
    // Elsewhere for a working copy of its own: mvn -Dshared.data=DIR.
    private static final Path FILES =
            Path.of(System.getProperty("shared.data", "../../shared/data"), "directory/dsi4eu-2017");
    private static final Pattern TITLE = Pattern.compile("<h2><a href=\"(/organisations/[^\"]*)\"><bdi>([^<]*)");

    @TempDir
    Path folder;

    @Autowired
    ImportCommand command;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Community community;

    private String said = "";

    @BeforeEach
    void isThere() throws Exception {
        assumeTrue(Files.isDirectory(FILES), "the DSI4EU export is not at ../shared/data/directory/dsi4eu-2017");
        assertThat(run("projects2.json", "organisations2.json")).isZero();
    }

    @Test
    void bringsAllInOnceAndCleans() throws Exception {
        assertThat(count("directory.organisation where source = 'dsi4eu'")).isEqualTo(1228);
        assertThat(count("directory.project where source = 'dsi4eu'")).isEqualTo(829);
        assertThat(count("directory.membership where source = 'dsi4eu'")).isEqualTo(946);
        assertThat(count("directory.organisation where listed_on < date '1971-01-01'"))
                .isZero();
        assertThat(count("directory.organisation where source = 'dsi4eu' and listed_on is null"))
                .isEqualTo(1157);
        assertThat(count("directory.organisation where source = 'dsi4eu' and country = 'XK'"))
                .isEqualTo(1);
        assertThat(count("directory.organisation where source = 'dsi4eu' and latitude is not null and not approximate"))
                .as("the export's points are those of towns")
                .isZero();
        assertThat(count("directory.organisation where source = 'dsi4eu' and place in ('Milan', 'Milano')"))
                .isEqualTo(count("directory.organisation where source = 'dsi4eu' and place = 'Milano'"))
                .isEqualTo(18);
        assertThat(count("(select distinct t.slug from directory.project p, unnest(p.topics) s join directory.topic t"
                        + " on t.slug = s and t.kind = 'technology' where p.source = 'dsi4eu') used"))
                .as("61 labels of technologies are 15")
                .isEqualTo(15);
        assertThat(
                        count(
                                "directory.project where source = 'dsi4eu' and directory.said(story) ~* '</?(p|div|span|br)[ >]'"))
                .isZero();
    }

    @Test
    void anotherTimeChangesNothing() throws Exception {
        assertThat(run("organisations2.json", "projects2.json")).isZero();
        assertThat(said)
                .contains("1,228 organisations: 0 added, 0 changed, 1,228 unchanged")
                .contains(
                        "829 projects: 0 added, 0 changed, 829 unchanged",
                        "946 links: 0 added, 0 changed, 946 unchanged")
                .contains("0 rows written");
    }

    @Test
    void theReportTellsRowByRow() throws Exception {
        List<NamedCsvRecord> rows;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve("report.csv"))) {
            rows = reader.stream().toList();
        }
        assertThat(rows.stream().filter(row -> row.getField("what").matches("added|unchanged")))
                .as("a line for each row")
                .hasSize(1228 + 829);
        assertThat(rows.stream().filter(row -> row.getField("why").contains("1 January 1970")))
                .hasSize(1157 + 742);
        assertThat(rows.stream()
                        .filter(row -> row.getField("what").equals("suspected"))
                        .map(row -> row.getField("name")))
                .contains("Assignment Writing Help Pakistan", "Pak SEO Company", "Registration Loans")
                .doesNotContain("Museo dell'Informatica Funzionante");
        assertThat(rows).anySatisfy(row -> assertThat(row.getFields())
                .contains("Politecnico di Milano", "Milan", "Milano", "one spelling for one town"));

        String page = community.administrator().get("/imports").body();
        Matcher link = Pattern.compile("/imports/[0-9a-f-]{36}\\.csv").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(community.administrator().get(link.group()).body())
                .startsWith("file,row,id,name,what,field,before,after,why");
    }

    @Test
    void pagesAndSearchShowIt() {
        assertThat(titles("/organisations?q=arduino")).contains("Arduino");
        assertThat(titles("/organisations?q=arduno")).as("misspelt").contains("Arduino");
        assertThat(titles("/organisations?q=fundacio+viladecans"))
                .as("without accents")
                .contains("Fundació Ciutat de Viladecans");
        assertThat(titles("/organisations?q=politecnico+milan"))
                .as("by the other spelling")
                .contains("Politecnico di Milano");
        Matcher arduino = TITLE.matcher(
                community.stranger().get("/organisations?q=arduino").body());
        assertThat(arduino.find()).isTrue();
        assertThat(community.stranger().get(arduino.group(1)).body())
                .contains("Torino, Italy", "We don't know", "DSI4EU export of 2017", "Microcontrollers and open source")
                .contains("The dot is the middle of the town");
        assertThat(community.stranger().get("/places/IT").body())
                .contains("Milano")
                .doesNotContain(">Milan<");
    }

    @Test
    void aHalfBrokenFileChangesNothing() throws Exception {
        long before = count("directory.import_run");
        String whole = Files.readString(FILES.resolve("projects2.json"));
        Path broken = Files.writeString(folder.resolve("broken.json"), whole.substring(0, whole.length() / 2));
        jdbc.sql("update directory.organisation set source_digest = null where source = 'dsi4eu' and source_id = '336'")
                .update();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = command.run(
                List.of(
                        FILES.resolve("organisations2.json").toString(),
                        broken.toString(),
                        "--report",
                        report("other.csv")),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("broken.json, line", "Nothing was imported.");
        assertThat(count("directory.organisation where source_digest is null and source = 'dsi4eu'"))
                .isEqualTo(1);
        assertThat(count("directory.import_run")).isEqualTo(before);
        assertThat(folder.resolve("other.csv")).doesNotExist();
    }

    @Test
    void whatWasChangedHereStays() throws Exception {
        jdbc.sql("update directory.organisation set name = 'Changed here', edited_at = now(), source_digest = null"
                        + " where source = 'dsi4eu' and source_id = '1179'")
                .update();
        run("organisations2.json");
        assertThat(said).contains("1 left as they were changed here");
        assertThat(count("directory.organisation where name = 'Changed here'")).isEqualTo(1);
        jdbc.sql("update directory.organisation set edited_at = null where name = 'Changed here'")
                .update();
    }

    private int run(String... names) throws Exception {
        List<String> arguments = new java.util.ArrayList<>();
        for (String name : names) arguments.add(FILES.resolve(name).toString());
        arguments.addAll(List.of("--report", report("report.csv")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = command.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String report(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> titles(String address) {
        return TITLE.matcher(community.stranger().get(address).body())
                .results()
                .map(found -> found.group(2))
                .toList();
    }

    private long count(String rest) {
        return jdbc.sql("select count(*) from " + rest).query(Long.class).single();
    }
}
