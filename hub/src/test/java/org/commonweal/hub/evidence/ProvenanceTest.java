package org.commonweal.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.commonweal.hub.HubTest;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where the rows of a finding came from, as it says itself. */
@HubTest
class ProvenanceTest {
    @Autowired
    Desk desk;

    @Test
    void tellsEachWayWithItsRowsAndConsentOfFormsOnly() {
        UUID thing = desk.data.things(desk.organisation("Air for All"), "Roofs");
        Synthetic.Thing data = desk.data.get(thing);
        rows(data.from("web", "air 2", 3), 7);
        rows(data.from("openrosa", "air 1", 0), 2);
        rows(data.from("sensor", "air 2", 0), 9);
        rows(data.from("import", "", 0), 4);
        // Counts in no figure, so what it answers is no source of one.
        data.from("web", "air 9", 9).row("2026-03-01T09:00:00Z", "a", "Sensor 1", 44.8, 20.4, "");
        String path = publish(thing);
        JsonNode source = source(path);
        assertThat(source.get("forms").toString()).isEqualTo("[\"air 2\",\"air 1\"]");
        assertThat(source.get("consents").toString()).isEqualTo("[3]");
        assertThat(source.get("ways").toString())
                .isEqualTo("[{\"rows\":4,\"way\":\"import\"},{\"rows\":2,\"way\":\"openrosa\"},"
                        + "{\"rows\":9,\"way\":\"sensor\"},{\"rows\":7,\"way\":\"web\"}]");
        String page = desk.visitor().get(path + "?lang=en").body();
        assertThat(page)
                .contains("Table: 4 · ODK client: 2 · Devices: 9 · Web page: 7")
                .contains("Version 3 of the consent text. That is so for answers to the form")
                .contains("when the phone ended the form")
                .contains("the time that they gave");
        assertThat(desk.visitor().get(path + "?lang=ar").body()).contains("صفحة الويب", "وقت الإجابة");
    }

    @Test
    void speaksOfNoConsentWhereNobodyAnswered() {
        UUID thing = desk.data.things(desk.organisation("Air for All"), "Roofs");
        rows(desk.data.get(thing).from("import", "air 1", 0), 8);
        String path = publish(thing);
        assertThat(source(path).get("consentVersion").asInt()).isZero();
        String page = desk.visitor().get(path + "?lang=en").body();
        assertThat(page).doesNotContain("consent text", "when the phone ended").contains("the time that they gave");
    }

    @Test
    void roundsNumbersWherePeopleAreProtected() {
        UUID thing = desk.data.people(desk.organisation("Air for All"), "Our street");
        rows(desk.data.get(thing).from("web", "air 1", 1), 31);
        rows(desk.data.get(thing).from("openrosa", "air 1", 1), 1);
        String path = publish(thing);
        assertThat(desk.visitor().get(path + "?lang=en").body())
                .contains("ODK client: very few · Web page: 30. Rounded to 5.");
    }

    /** As documents were before: read and written they are the same bytes, shown they say what they said. */
    @Test
    void anOlderDocumentIsAsItWas() {
        UUID thing = desk.data.things(desk.organisation("Air for All"), "Roofs");
        rows(desk.data.get(thing), 8);
        ObjectNode older = (ObjectNode) JsonMapper.shared().readTree(Desk.document(desk.visitor(), publish(thing), 1));
        ((ObjectNode) older.get("source")).remove("ways");
        ((ObjectNode) older.get("source")).remove("consents");
        ((ObjectNode) older.get("removed")).remove("rowsNotOffered");
        byte[] bytes = Canonical.write(older);
        Document read = Canonical.read(bytes, Document.class);
        assertThat(new String(Canonical.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        assertThat(read.source().ways()).isNull();
        assertThat(read.source().has("web")).isFalse();
    }

    private String publish(UUID thing) {
        Visitor reviewer = desk.reviewer(desk.data.find(thing).orElseThrow().organisation());
        return Desk.publish(reviewer, thing, Desk.form());
    }

    private JsonNode source(String path) {
        return JsonMapper.shared()
                .readTree(Desk.document(desk.visitor(), path, 1))
                .get("source");
    }

    private static void rows(Synthetic.Thing data, int number) {
        for (int i = 1; i <= number; i++)
            data.row(
                    "2026-03-%02dT09:00:00Z".formatted(1 + i % 28),
                    "c-" + data.rows().size(),
                    "Sensor 1",
                    44.8,
                    20.4,
                    "2" + i % 10);
    }
}
