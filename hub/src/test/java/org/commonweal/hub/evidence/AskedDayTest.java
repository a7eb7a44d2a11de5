package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.commonweal.hub.frame.Dataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** All answers came in November; a form asks «Which day?», and many say October. */
@HubTest
class AskedDayTest {
    @Autowired
    Desk desk;

    UUID thing;
    Visitor reviewer;

    @BeforeEach
    void gather() {
        thing = desk.data.things(desk.organisation("Air for All"), "Cuts of the water");
        for (int i = 1; i <= 12; i++) row("2026-10-%02d".formatted(i));
        for (int i = 1; i <= 6; i++) row("2026-11-%02dT23:30:00.000+01:00".formatted(i));
        row("");
        row("0026-10-01");
        row("last week");
        reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
    }

    @Test
    void aFindingGoesByTheDayThatWasAskedFor() {
        assertThat(months(publish("day"))).containsExactly("2026-10=12", "2026-11=6");
        assertThat(months(publish(""))).as("when they were answered").containsExactly("2026-11=21");
    }

    @Test
    void itSaysSoAndWhatItLeftOut() {
        String path = publish("day");
        Document document = document(path);
        assertThat(document.removed().rowsWithoutTime()).isEqualTo(3);
        assertThat(document.removed().rowsOutsidePeriod())
                .as("of things, where none is none")
                .isZero();
        assertThat(document.period().clock()).isEqualTo("day");
        assertThat(desk.visitor().get(path + "?lang=en").body())
                .contains("What the answer to «\u2068Which day?\u2069» says.")
                .contains("3 answers without the day that was asked for.")
                .doesNotContain("when the phone ended");
        assertThat(desk.visitor().get(path + "?lang=fr").body()).contains("Quel jour ?");
        assertThat(document(publish("")).removed().rowsWithoutTime()).isNull();
    }

    @Test
    void theFormOffersQuestionsForADayAndNothingElse() {
        String begin = "/findings/new?from=" + Synthetic.KIND + ":" + thing;
        String form = reviewer.get(begin).body();
        assertThat(form).contains("name=\"clock\"", "when the phone ended it", "Which day?");
        var refused = reviewer.post(begin, Desk.form("clock", "note"));
        assertThat(refused.body()).contains("Choose a question for a day or time of this campaign.");
    }

    /** Kept before a finding could choose its time. */
    @Test
    void anOlderDraftGoesByWhenItWasAnswered() {
        Spec spec = new Spec("pm25", Statistic.MEAN, "", "", null, Areas.of("whole"), Times.MONTH, null, null, "day");
        JsonMapper json = JsonMapper.shared();
        String older = json.writeValueAsString(spec).replace(",\"clock\":\"day\"", "");
        assertThat(older).doesNotContain("clock");
        assertThat(json.readValue(older, Spec.class).clock()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-03, 2026-10-02T22:00:00Z",
        "2026-10-03T08:00:00, 2026-10-03T06:00:00Z",
        "2026-10-03T08:00:00.000+01:00, 2026-10-03T07:00:00Z",
        "2026-10-03T08:00:00Z, 2026-10-03T08:00:00Z",
        "2026-13-03,",
        "1026-10-03,",
        "2026-10-03T,",
        "9,"
    })
    void readsDaysAndTimes(String answer, Instant at) {
        Dataset.Row row = new Dataset.Row(
                thing,
                Instant.EPOCH,
                "",
                "",
                0,
                0,
                List.of(answer),
                java.util.Set.of(),
                new byte[0],
                new Dataset.Origin("web", "", 0));
        assertThat(new Clock("day", ZoneId.of("Europe/Belgrade")).at(row)).isEqualTo(at);
    }

    private void row(String day) {
        desk.data.get(thing).row("2026-11-20T09:00:00Z", "a", "Sensor 1", 44.8, 20.4, "", "", "", day);
    }

    private String publish(String clock) {
        return Desk.publish(
                reviewer, thing, Desk.form("variable", "", "statistic", "count", "times", "month", "clock", clock));
    }

    private Document document(String path) {
        return Canonical.read(Desk.document(desk.visitor(), path, 1).getBytes(), Document.class);
    }

    private List<String> months(String path) {
        TreeMap<String, Long> months = new TreeMap<>();
        for (Document.Cell cell : document(path).cells())
            if (!cell.period().isEmpty()) months.put(cell.period(), cell.n());
        return months.entrySet().stream().map(Object::toString).toList();
    }
}
